"""Hands that have a keyboard and nothing else, and eyes that see where the focus is."""

# What has the focus: its name, and whether a person sees that it has.
FOCUS = """() => {
  const box = document.activeElement;
  const style = getComputedStyle(box);
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const seen = box === document.body || ring || style.boxShadow !== 'none';
  return { name: box.name || '', words: (box.innerText || box.value || '').trim(), seen,
           place: box.getAttribute('href') || '', kind: box.tagName };
}"""
# Nothing on a page is further away than this.
FAR = 120


class Keyboard:
    def __init__(self, page):
        self.page = page
        self.pressed = 0

    def press(self, key):
        """One stroke; keys held together count one each."""
        self.pressed += len(key.split("+"))
        self.page.keyboard.press(key)
        return self

    def on(self):
        self.press("Tab")
        return self

    def type(self, words):
        """Types into the box that has the focus; answers its name."""
        name = self.focus()["name"]
        self.page.keyboard.insert_text(words)
        return name

    def focus(self):
        found = self.page.evaluate(FOCUS)
        assert found["seen"], f"nobody sees the focus on {found} at {self.page.url}"
        return found

    def reach(self, wanted):
        """Goes on with Tab until the box, the link or the button is there."""
        target = self.page.locator(wanted).first
        target.wait_for(state="attached")
        for _ in range(FAR):
            if target.evaluate("box => box === document.activeElement"):
                self.focus()
                return self
            self.on()
        raise AssertionError(f"{wanted} is not reached by Tab at {self.page.url}")

    def write(self, wanted, words):
        self.reach(wanted)
        self.page.keyboard.insert_text(words)
        return self

    def choose(self, wanted, value):
        """Goes down a list of choices until the one is chosen."""
        self.reach(wanted)
        for _ in range(FAR):
            if self.page.locator(wanted).first.input_value() == value:
                return self
            self.press("ArrowDown")
        raise AssertionError(f"{wanted} has no {value}")

    def mark(self, name, value):
        """One of several: Tab to the question, then the arrows."""
        self.reach_group(name)
        for _ in range(FAR):
            if self.page.locator(f"[name='{name}'][value='{value}']").is_checked():
                return self
            self.press("ArrowDown")
        raise AssertionError(f"{name} has no {value}")

    def reach_group(self, name):
        for _ in range(FAR):
            if self.focus()["name"] == name:
                if not self.page.locator(f"[name='{name}']:checked").count():
                    self.press("Space")
                return
            self.on()
        raise AssertionError(f"{name} is not reached by Tab at {self.page.url}")

    def follow(self, wanted):
        """Goes to a link or button and presses it; waits for the page it leads to."""
        self.reach(wanted)
        with self.page.expect_navigation(wait_until="load"):
            self.press("Enter")
        return self
