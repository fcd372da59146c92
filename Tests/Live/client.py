"""A small client of the outside contract that keeps its connection."""

import http.client
import json
import socket
import uuid

BASE = "/api/v1"


class Unanswered(Exception):
    """No answer came: whether the call was carried out is not known."""


class Answer:
    def __init__(self, status, headers, text):
        self.status = status
        self.headers = headers
        self.text = text

    @property
    def body(self):
        return json.loads(self.text)

    @property
    def is_replay(self):
        return self.headers.get("idempotent-replay") == "true"


class Client:
    def __init__(self, port, token=None, timeout=20):
        self.port = port
        self.timeout = timeout
        self.connection = None
        self.standing = {"Authorization": f"Bearer {token}"} if token else {}

    def get(self, path, **headers):
        return self.send("GET", path, None, headers)

    def post(self, path, body, key=None, code=None, **headers):
        headers["Idempotency-Key"] = key or new_key()
        if code:
            headers["Query-Code"] = code
        return self.send("POST", path, json.dumps(body).encode(), headers)

    def send(self, method, path, content, headers=None, kind="application/json"):
        """Sends raw content; a path of the API begins below its base."""
        headers = {**self.standing, **(headers or {})}
        if content is not None and kind:
            headers["Content-Type"] = kind
        if not path.startswith(("/healthz", "/readyz", "/metrics")):
            path = BASE + path
        try:
            return self._exchange(method, path, content, headers)
        except (OSError, http.client.HTTPException) as failure:
            self.close()
            raise Unanswered(type(failure).__name__) from failure

    def _exchange(self, method, path, content, headers):
        if self.connection is None:
            self.connection = http.client.HTTPConnection(
                "127.0.0.1", self.port, timeout=self.timeout)
            self.connection.connect()
            self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.connection.request(method, path, content, headers)
        response = self.connection.getresponse()
        text = response.read().decode("utf-8", "replace")
        names = {name.lower(): value for name, value in response.getheaders()}
        if response.will_close:
            self.close()
        return Answer(response.status, names, text)

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def new_key():
    return str(uuid.uuid4())
