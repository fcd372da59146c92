"""One table: every figure at every size, with its ratio to the smallest, beside the budgets."""

from house import ROOT

DOCUMENT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

# ARCHITECTURE of the project: budgets at a million matters, on two cores, with SQLite.
LISTS = ("dispatcher: ", "liaison: ", "HTML: worklist")
MATTERS = ("matter page", "HTML: matter")
PAGE_BUDGET, MATTER_BUDGET, GROWTH_BUDGET = 25, 20, 1.5
LIFECYCLES_BUDGET, START_BUDGET, MEMORY_BUDGET = 150, 2, 200
PREVIEW_BUDGET, RECOUNT_BUDGET = 60, 1000


class Row:
    def __init__(self, name, unit, budget=None, growth=None, more_is_better=False):
        self.name = name
        self.unit = unit
        self.budget = budget
        self.growth = growth
        self.more_is_better = more_is_better
        self.values = {}
        # For pages: what half of them take, beside the p95 that is judged.
        self.middles = {}

    def cells(self, sizes):
        first = self.values.get(sizes[0])
        for size in sizes:
            value = self.values.get(size)
            if value is None:
                yield "—"
                continue
            ratio = f" ({value / first:.2f}×)" if size != sizes[0] and first else ""
            middle = f"{shown(self.middles[size])} / " if size in self.middles else ""
            yield middle + shown(value) + ratio

    def verdict(self, sizes):
        """Empty within the budget; the word otherwise. Held at the largest size."""
        value, first = self.values.get(sizes[-1]), self.values.get(sizes[0])
        if self.budget is None or value is None:
            return ""
        words = [f"≥ {self.budget}" if self.more_is_better else f"≤ {self.budget}"]
        holds = value >= self.budget if self.more_is_better else value <= self.budget
        if self.growth:
            words.append(f"≤ {self.growth}×")
            holds = holds and (len(sizes) == 1 or value <= self.growth * first)
        return ", ".join(words) + (" ✓" if holds else " ✗")


class Table:
    def __init__(self, engine, settings):
        self.engine = engine
        self.settings = settings
        self.rows = {}
        self.sizes = []

    def put(self, size, name, unit, value, **budget):
        if size not in self.sizes:
            self.sizes.append(size)
        self.rows.setdefault(name, Row(name, unit, **budget)).values[size] = value

    def put_series(self, size, series):
        budget = {}
        if series.name.startswith(LISTS):
            budget = {"budget": PAGE_BUDGET, "growth": GROWTH_BUDGET}
        elif series.name.startswith(MATTERS):
            budget = {"budget": MATTER_BUDGET}
        self.put(size, series.name, "ms", series.part(0.95), **budget)
        self.rows[series.name].middles[size] = series.part(0.50)

    def lines(self):
        sizes = sorted(self.sizes)
        head = ["p50 / p95 where two are given, and the ratio of the latter",
                *(f"{size:,}" for size in sizes), "budget at the largest"]
        body = [[f"{row.name} ({row.unit})", *row.cells(sizes), row.verdict(sizes)]
                for row in self.rows.values()]
        yield "| " + " | ".join(head) + " |"
        yield "| --- |" + " ---: |" * len(sizes) + " --- |"
        for row in body:
            yield "| " + " | ".join(row) + " |"


def shown(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def whole(tables, machine, client):
    yield from (f"- {words}" for words in machine)
    yield f"- load client: {client}"
    for table in tables:
        yield ""
        yield f"{table.settings}."
        yield ""
        yield from table.lines()


def write_document(lines):
    """Puts the figures between the marks of docs/performance.md."""
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    figures = "\n".join(lines)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{figures}\n{END}{after}", encoding="utf-8")
