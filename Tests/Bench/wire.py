"""The load client: HTTP/1.1 over one kept socket, with next to no work of its own."""

import json
import socket

BASE = "/api/v1"


class Wire:
    def __init__(self, port, token=None, cookies=None):
        self.base = BASE if cookies is None else ""
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.head = b"Host: 127.0.0.1\r\n"
        if token:
            self.head += f"Authorization: Bearer {token}\r\n".encode()
        if cookies:
            self.head += f"Cookie: {cookies}\r\nAccept: text/html\r\n".encode()
        self.rest = b""

    def get(self, path, code=None):
        """Status and content of the answer."""
        head = b"GET %s%s HTTP/1.1\r\n%s" % (self.base.encode(), path.encode(), self.head)
        if code:
            head += b"Query-Code: %s\r\n" % code.encode()
        self.socket.sendall(head + b"\r\n")
        return self._answer()

    def post(self, path, body, key):
        content = json.dumps(body).encode()
        self.socket.sendall(
            b"POST %s%s HTTP/1.1\r\n%sIdempotency-Key: %s\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n%s"
            % (self.base.encode(), path.encode(), self.head, key.encode(), len(content), content))
        return self._answer()

    def _answer(self):
        while b"\r\n\r\n" not in self.rest:
            self._more()
        head, _, body = self.rest.partition(b"\r\n\r\n")
        status = int(head[9:12])
        names = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        if b"content-length" in names:
            length = int(names[b"content-length"])
            self.rest = body
            while len(self.rest) < length:
                self._more()
            content, self.rest = self.rest[:length], self.rest[length:]
            return status, content
        return status, self._chunks(body)

    def _chunks(self, body):
        self.rest = body
        content = b""
        while True:
            while b"\r\n" not in self.rest:
                self._more()
            line, _, self.rest = self.rest.partition(b"\r\n")
            length = int(line, 16)
            while len(self.rest) < length + 2:
                self._more()
            content += self.rest[:length]
            self.rest = self.rest[length + 2:]
            if length == 0:
                return content

    def _more(self):
        part = self.socket.recv(262_144)
        if not part:
            raise ConnectionError("the server hung up")
        self.rest += part

    def close(self):
        self.socket.close()
