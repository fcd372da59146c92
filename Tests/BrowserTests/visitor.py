"""Somebody at a browser, and all that the browser complained of meanwhile."""

from words import Words

OFFICE = {"width": 1366, "height": 768}
PHONE = {"width": 360, "height": 740}
WALL = {"width": 1920, "height": 1080}
LANGUAGES = ("zh-Hans", "en")
# A page that takes longer than this on a busy machine is broken.
PATIENCE = 30_000


class Visitor:
    def __init__(self, browser, base, language="zh-Hans", viewport=None, script=True, state=None,
                 elder=False):
        self.base = base
        self.say = Words(language)
        self.manner = f"{language}-elder" if elder else language
        self.context = browser.new_context(
            base_url=base, locale=language, viewport=viewport or OFFICE, storage_state=state,
            java_script_enabled=script, timezone_id="Asia/Shanghai", reduced_motion="reduce")
        self.context.set_default_timeout(PATIENCE)
        if elder:
            self.context.add_cookies([{"name": "elder", "value": "1", "url": base}])
        self.complaints = []
        self.context.on("page", self._watch)
        self.page = self.context.new_page()

    def _watch(self, page):
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("request", self._follow)

    def _hear(self, message):
        # A refusal is an answer with a status of its own, which the browser's console repeats.
        refused = "the server responded with a status of 4" in message.text
        if message.type in ("error", "warning") and not refused:
            self.complaints.append(f"console: {message.text} ({message.location.get('url')})")

    def _follow(self, request):
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.complaints.append(f"a foreign host is asked: {request.url}")

    # --- Going about -------------------------------------------------------------------------

    def go(self, address):
        return self.page.goto(address, wait_until="load")

    def sign_in(self, officer, password):
        self.go("/desk/sign-in")
        self.page.fill("input[name=officer]", officer)
        self.page.fill("input[name=password]", password)
        self.press("sign-in")
        self.page.wait_for_url(lambda url: "sign-in" not in url)
        return self

    def button(self, key, **places):
        """The button with the words of a key, on the page's own part."""
        name = self.say(key, **places)
        return self.page.locator("main").get_by_role("button", name=name).first

    def press(self, key, **places):
        self.button(key, **places).click()
        return self

    def link(self, key, **places):
        name = self.say(key, **places)
        return self.page.locator("main").get_by_role("link", name=name).first

    def menu(self, place):
        self.page.locator(".side").get_by_role(
            "link", name=self.say(f"place-{place}"), exact=True).click()
        return self

    # --- Reading -----------------------------------------------------------------------------

    @property
    def path(self):
        return self.page.url.removeprefix(self.base).split("?")[0].split("#")[0]

    def text(self, part="main"):
        return self.page.locator(part).first.inner_text()

    def reads(self, key, **places):
        """The page says the sentence of a key, with the places that are given filled."""
        wanted = self.say(key, **places)
        assert wanted in self.text(), f"{self.page.url} does not say {wanted!r}"
        return self

    def reads_soon(self, key, **places):
        """The same of what a notice brings: it is on its way for a few seconds."""
        wanted = self.say(key, **places)
        for _ in range(30):
            if wanted in self.text():
                return self
            self.page.wait_for_timeout(500)
            self.page.reload()
        return self.reads(key, **places)

    def said(self, key):
        """What the frame says once after something was done."""
        wanted = self.say(key)
        words = self.text(".said")
        assert wanted in words, f"{self.page.url} says {words!r}, not {wanted!r}"
        return self

    def beside(self, name):
        """The sentence beside a box."""
        box = self.page.locator(f"[name='{name}']").first
        return box.locator("xpath=ancestor::*[contains(@class,'field')][1]").locator(
            ".beside").first.inner_text().strip()

    def operation(self, form="form"):
        return self.page.locator(f"{form} input[name=operation]").first.input_value()

    def close(self):
        self.context.close()
