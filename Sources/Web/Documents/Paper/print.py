"""Makes a PDF of the page on standard input: print.py STYLESHEET SECONDS MEGABYTES.

The page stands alone: whatever it names outside itself is not fetched, neither from the network
nor from a file.
"""

import resource
import sys
from functools import partial


def refuse(url, *_, **__):
    raise ValueError("nothing is fetched for a paper")


def bound(seconds, megabytes):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def hasten():
    """Cuts fonts without a look at each of a Chinese font's forty thousand glyphs: half the time.

    Newer renderers cut fonts by other means and have not these names.
    """
    from weasyprint.pdf import stream

    if hasattr(stream, "TTFont") and hasattr(stream, "subset"):
        stream.TTFont = partial(stream.TTFont, recalcBBoxes=False)
        options = stream.subset.Options
        stream.subset.Options = lambda **given: options(**{**given, "hinting": True})


def main():
    stylesheet, seconds, megabytes = sys.argv[1:]
    bound(int(seconds), int(megabytes))
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    hasten()
    fonts = FontConfiguration()
    with open(stylesheet, encoding="utf-8") as file:
        style = CSS(string=file.read(), url_fetcher=refuse, font_config=fonts)
    page = HTML(string=sys.stdin.buffer.read().decode("utf-8"), url_fetcher=refuse)
    page.write_pdf(sys.stdout.buffer, stylesheets=[style], font_config=fonts)


main()
