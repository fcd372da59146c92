"""What was sent, what was acknowledged, and what must therefore be there."""

import threading

from client import Client, Unanswered, new_key

# Answers that say the store was away or too busy: the same key is simply sent again.
AWAY = (429, 503)


class Write:
    """One write with its key; the first answer that counts is kept."""

    def __init__(self, kind, path, body, token=None):
        self.kind = kind
        self.path = path
        self.body = body
        self.token = token
        self.key = new_key()
        self.answer = None
        self.was_unanswered = False

    def send(self, client):
        """Answers whether the outcome is known by now."""
        client.standing = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        try:
            answer = client.post(self.path, self.body, key=self.key)
        except Unanswered:
            self.was_unanswered = True
            raise
        if answer.status in AWAY:
            self.was_unanswered = True
            return False
        if self.answer is None:
            self.answer = answer
        return True

    @property
    def is_done(self):
        return self.answer is not None and self.answer.status in (200, 201)


class Ledger:
    """All writes of a run, in the order they were begun."""

    def __init__(self):
        self.writes = []
        self.lock = threading.Lock()

    def begin(self, kind, path, body, token=None):
        write = Write(kind, path, body, token)
        with self.lock:
            self.writes.append(write)
        return write

    def since(self, place):
        with self.lock:
            return self.writes[place:]

    def __len__(self):
        with self.lock:
            return len(self.writes)


class Check:
    """Counts what held and tells what did not."""

    def __init__(self):
        self.held = 0
        self.broken = []

    def that(self, holds, words):
        if holds:
            self.held += 1
        else:
            self.broken.append(words)
            if len(self.broken) <= 40:
                print(f"wrong: {words}", flush=True)
        return holds


def client_of(house):
    return Client(house.port, timeout=30)
