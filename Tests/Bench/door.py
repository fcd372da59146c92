"""Signs in at the staff's door, as a browser does."""

import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def cookies(port, officer, password):
    """The cookies of a new session, as one header's value."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    address = f"http://127.0.0.1:{port}/desk/sign-in"
    with browser.open(address) as page:
        fields = dict(HIDDEN.findall(page.read().decode()))
    fields |= {"officer": officer, "password": password}
    with browser.open(address, urllib.parse.urlencode(fields).encode()) as page:
        if page.url.endswith("/sign-in"):
            raise SystemExit(f"{officer} cannot sign in at the pages")
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)
