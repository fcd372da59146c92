"""How long a change of the calendar takes to preview: every running clock counted anew."""

import datetime
import time

from client import Client
from house import officers

PAUSE = 0.5


class Previews:
    def __init__(self, house):
        self.client = Client(house.port, house.sign_in(officers("supervisor")[0]), timeout=60)

    def measure(self):
        """Seconds, and how many clocks were counted."""
        day = datetime.date.today()
        # From today on: the widest preview there is.
        while day.isoweekday() > 5:
            day += datetime.timedelta(days=1)
        began = time.monotonic()
        made = self.must(self.client.post("/calendar/changes", {
            "reason": "measured", "overlay": {"days": [day.isoformat()], "off": True}}))
        path = f"/calendar/changes/{made['id']}"
        while True:
            change = self.must(self.client.get(path))
            if change["state"] != "counting":
                break
            time.sleep(PAUSE)
        seconds = time.monotonic() - began
        self.must(self.client.post(f"{path}/decision", {"approved": False, "reason": "measured"}))
        return seconds, change["tally"]["scanned"]

    def must(self, answer):
        if answer.status not in (200, 201):
            raise SystemExit(f"the calendar: {answer.status} {answer.text[:300]}")
        return answer.body
