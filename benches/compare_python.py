#!/usr/bin/env python3
"""The same job in Python with pandas, openpyxl and xlsxwriter, timed beside the program in one run.

    cargo run --release --example country -- --municipalities 500 --out FOLDER
    python3 benches/compare_python.py FOLDER --program target/release/rozlicz

Reads every municipality's tables, settles the edition of 2025, writes a settlement workbook a municipality and a
collective one; the program then does its own of the same. Both may use all processors. Amounts are Decimal, shares are cut and rounded as the rules say. At the end the co-financing is compared to
the grosz, municipality by municipality.

What it leaves out favours Python: it checks nothing, explains nothing, writes no form, knows one edition and one way to
read it, and its workbooks hold a fraction of the cells. It is the script that a careful clerk would write.

Needs pandas, openpyxl and xlsxwriter.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
from calendar import monthrange
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

try:
    import openpyxl
    import pandas
    import xlsxwriter
except ImportError as missing:
    sys.exit(f"{missing}. This comparison needs pandas, openpyxl and xlsxwriter.")

AS_OF = "2026-01-15"
GROSZ = Decimal("0.01")
ZERO = Decimal(0)
CONTRIBUTIONS = [
    "Składka emerytalna pracodawcy (zł)",
    "Składka rentowa pracodawcy (zł)",
    "Składka wypadkowa (zł)",
    "Składka na FP i FS (zł)",
]
ID = "Identyfikator asystenta"
BASE = "Wynagrodzenie zasadnicze (zł)"
SENIORITY = "Dodatek za wieloletnią pracę (zł)"
OTHER = "Inne składniki oskładkowane (zł)"
SUPPLEMENT = "Dodatek z Programu - pełna kwota brutto (zł)"
MOTIVATION = "Dodatek motywacyjny (zł)"
HEADER = ["TERYT", "Gmina", "Asystent", "Miesiąc", "Etat", "Koszt dodatku", "Dodatek", "Koszt zatrudnienia", "Dofinansowanie"]


def cut(amount):
    return amount.quantize(GROSZ, ROUND_DOWN)


def half_up(amount):
    return amount.quantize(GROSZ, ROUND_HALF_UP)


def money(value):
    return ZERO if pandas.isna(value) else Decimal(str(value)).quantize(GROSZ)


def as_date(value):
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(str(value))


def fraction(text):
    top, _, bottom = str(text).partition("/")
    return Decimal(top.replace(",", ".")), Decimal(bottom or 1)


def tables(path):
    return pandas.read_excel(path, sheet_name=None, engine="openpyxl", dtype=object)


def payments(pay):
    """Wage cost, cost of the supplement and hours by assistant and month."""
    months = {}
    for row in pay.to_dict("records"):
        part = {name: money(row.get(name)) for name in (BASE, SENIORITY, OTHER, SUPPLEMENT, MOTIVATION)}
        columns = [money(row.get(name)) for name in CONTRIBUTIONS]
        contributory = sum(part.values())

        def on(name):
            if not part[name] or not contributory:
                return ZERO
            return sum(half_up(column * part[name] / contributory) for column in columns)

        month = as_date(row["Miesiąc"])
        here = months.setdefault(
            (row[ID], (month.year, month.month)), {"wage": ZERO, "supplement": ZERO, "hours": None, "nominal": None}
        )
        here["wage"] += part[BASE] + part[SENIORITY] + sum(columns)
        here["wage"] -= on(OTHER) + on(SUPPLEMENT) + on(MOTIVATION)
        here["supplement"] += part[SUPPLEMENT] + on(SUPPLEMENT)
        for name, column in (("hours", "Godziny przepracowane (h)"), ("nominal", "Nominalny czas pracy (h)")):
            if not pandas.isna(row.get(column)):
                here[name] = Decimal(str(row[column]))
    return months


def posts(terms, year, month):
    """Part of a post as a numerator and a denominator: by days under contract."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    weighted, days = ZERO, 0
    for row in terms:
        start, end = row["from"], row["to"] or last
        overlap = (min(end, last) - max(start, first)).days + 1
        if overlap > 0:
            top, bottom = row["post"]
            weighted += top * overlap / bottom
            days += overlap
    return (min(weighted, Decimal(days)), Decimal(days)) if days else None


def settle(sheets):
    agreement = dict(zip(sheets["Umowa"]["Pole"], sheets["Umowa"]["Wartość"]))
    request = as_date(agreement["Data złożenia wniosku"])
    level = agreement.get("Poziom dofinansowania kosztów zatrudnienia (%)")
    level = Decimal(30) if level is None or pandas.isna(level) else Decimal(str(level).rstrip("%").replace(",", "."))
    people = {}
    for row in sheets["Zatrudnienie"].to_dict("records"):
        end = row["Zatrudniony do"]
        people.setdefault(row[ID], []).append(
            {
                "employment": row["Forma zatrudnienia"] == "umowa o pracę",
                "post": fraction(row["Wymiar etatu"]),
                "from": as_date(row["Zatrudniony od"]),
                "to": None if pandas.isna(end) else as_date(end),
            }
        )
    absent = {}
    for row in sheets.get("Nieobecności", pandas.DataFrame()).to_dict("records"):
        day = as_date(row["Od"])
        key = (row[ID], (day.year, day.month))
        absent[key] = absent.get(key, ZERO) + Decimal(str(row["Godziny"]))

    lines, wages, supplements = [], ZERO, ZERO
    for key, paid in sorted(payments(sheets["Płace"]).items()):
        terms = people[key[0]]
        employment = terms[0]["employment"]
        share = posts(terms, *key[1])
        hours = paid["hours"]
        if employment and hours is None and paid["nominal"] is not None:
            hours = paid["nominal"] * share[0] / share[1] - absent.get(key, ZERO)
        if not employment:
            share = (min(hours, paid["nominal"]), paid["nominal"])
        employed = any(t["from"] <= request and (t["to"] is None or request <= t["to"]) for t in terms)
        worked = not employment or (hours is not None and hours * share[1] >= 120 * share[0])
        limit = ZERO
        if employed and worked:
            limit = min(cut(200 * share[0] / share[1]), cut(paid["supplement"] * 80 / 100))
        supplements += limit
        wages += paid["wage"]
        lines.append((key, share[0] / share[1], paid["supplement"], limit, paid["wage"]))

    awards = dict(zip(sheets["Środki"]["Składnik"], sheets["Środki"]["Przyznano (zł)"]))
    given = dict(zip(sheets["Środki"]["Składnik"], sheets["Środki"]["Otrzymano (zł)"]))
    bound = {name: min(money(awards[name]), money(given[name])) for name in awards}
    due = (
        min(supplements, bound["dodatki"]),
        min(cut(wages * level / 100), bound["koszty zatrudnienia"]),
    )
    return agreement, lines, due


def write_settlement(path, sheets, agreement, lines, due):
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Sprawozdanie")
        for row, (name, value) in enumerate(agreement.items()):
            page.write(row, 0, str(name))
            page.write(row, 1, "" if pandas.isna(value) else str(value))
        row = len(agreement) + 1
        for name, value in zip(("dodatki", "koszty zatrudnienia"), due):
            page.write(row, 0, name)
            page.write_number(row, 1, float(value))
            row += 1
        page.write(row, 0, "razem")
        page.write_formula(row, 1, f"=SUM(B{row - 1}:B{row})", None, float(sum(due)))
        page = book.add_worksheet("Miesiące")
        page.write_row(0, 0, HEADER[2:])
        for row, ((assistant, month), post, cost, limit, wage) in enumerate(lines, 1):
            page.write_row(row, 0, [assistant, f"{month[0]}-{month[1]:02}"])
            page.write_row(row, 2, [float(post), float(cost), float(limit), float(wage)])
        for name in ("Zatrudnienie", "Płace", "Rodziny"):
            page = book.add_worksheet(name)
            table = sheets[name]
            page.write_row(0, 0, list(table.columns))
            for row, values in enumerate(table.itertuples(index=False), 1):
                for column, value in enumerate(values):
                    if isinstance(value, (int, float)) and not pandas.isna(value):
                        page.write_number(row, column, value)
                    elif not pandas.isna(value):
                        page.write_string(row, column, str(value))


def municipality(job):
    source, target = job
    sheets = tables(source)
    agreement, lines, due = settle(sheets)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_settlement(target, sheets, agreement, lines, due)
    code = str(agreement["Kod TERYT gminy"])
    return code, str(agreement["Nazwa gminy"]), due


def write_collective(path, rows):
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Sprawozdanie zbiorcze")
        page.write_row(0, 0, ["TERYT", "Gmina", "Dodatki", "Koszty zatrudnienia", "Razem"])
        for row, (code, name, due) in enumerate(rows, 1):
            page.write_row(row, 0, [code, name, float(due[0]), float(due[1])])
            page.write_formula(row, 4, f"=C{row + 1}+D{row + 1}", None, float(sum(due)))
        for column in (2, 3, 4):
            letter = "ABCDE"[column]
            total = sum((sum(r[2]) if column == 4 else r[2][column - 2]) for r in rows)
            page.write_formula(len(rows) + 1, column, f"=SUM({letter}2:{letter}{len(rows) + 1})", None, float(total))


def by_python(files, folder, out, processes):
    jobs = [(file, out / file.relative_to(folder)) for file in files]
    with multiprocessing.Pool(processes) as pool:
        rows = sorted(pool.imap_unordered(municipality, jobs, chunksize=4))
        # Waited for, so that their work counts.
        pool.close()
        pool.join()
    write_collective(out / "zbiorcze.xlsx", rows)
    return rows


def by_program(program, folder, out):
    """Settlement workbooks and the collective one, by one run on all processors; nothing is kept from a run before."""
    out.mkdir(parents=True)
    asked = ["consolidate", folder, "--as-of", AS_OF, "--no-store", "--quiet"]
    written = ["--out", out / "zbiorcze.xlsx", "--settlements", out / "rozliczenia"]
    done = subprocess.run([program, *asked, *written], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    # 1: there is something to say of a report. Whether amounts agree is asked below.
    if done.returncode not in (0, 1):
        sys.exit(f"{program} consolidate ended with {done.returncode}: {done.stderr}")


def told(program, files, processes):
    """What the program says of each municipality; not timed."""

    def one(file):
        said = subprocess.run([program, "settle", file, "--json", "--as-of", AS_OF], capture_output=True, text=True)
        found = json.loads(said.stdout)
        totals = found["totals"]
        due = Decimal(totals["supplement_co_financing"]), Decimal(totals["employment_co_financing"])
        return found["municipality"]["teryt"], due

    with ThreadPoolExecutor(processes) as pool:
        return dict(pool.map(one, files))


class Spent:
    """Time by the clock, time on all processors, and what was written."""

    def __init__(self, out, work):
        start, before = time.monotonic(), self.processors()
        self.result = work(out)
        self.wall = time.monotonic() - start
        self.work = self.processors() - before
        books = list(out.rglob("*.xlsx"))
        self.books, self.size = len(books), sum(book.stat().st_size for book in books)

    @staticmethod
    def processors():
        spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(use.ru_utime + use.ru_stime for use in spent)

    def show(self, name, files):
        print(
            f"  {name:<8} {self.wall:8.2f} s  processors {self.work:8.2f} s  {files / self.wall:8.2f} files/s"
            f"  {self.books} workbooks, {self.size / 1e6:.1f} MB"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--program", default="target/release/rozlicz")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    given = parser.parse_args()
    files = sorted(given.folder.rglob("*.xlsx"))
    if not files:
        sys.exit(f"no workbooks below {given.folder}")
    with tempfile.TemporaryDirectory() as out:
        homes = [pathlib.Path(out) / name for name in ("python", "program")]
        python = Spent(homes[0], lambda out: by_python(files, given.folder, out, given.processes))
        program = Spent(homes[1], lambda out: by_program(given.program, given.folder, out))
    rows = python.result
    versions = f"pandas {pandas.__version__}, openpyxl {openpyxl.__version__}, xlsxwriter {xlsxwriter.__version__}"
    print(f"{len(files)} municipalities, {given.processes} processes; {versions}")
    python.show("Python", len(files))
    program.show("rozlicz", len(files))
    print(f"  Python / rozlicz  {python.wall / program.wall:.2f} by the clock, {python.work / program.work:.2f} by work")
    program_says = told(given.program, files, given.processes)
    differ = [row for row in rows if program_says.get(row[0]) != row[2]]
    for code, name, due in differ[:20]:
        print(f"  {code} {name}: Python {due}, rozlicz {program_says.get(code)}")
    ours = sum((sum(row[2]) for row in rows), ZERO)
    theirs = sum((sum(due) for due in program_says.values()), ZERO)
    print(f"  co-financing: Python {ours}, rozlicz {theirs}: {'the same' if not differ else 'DIFFERENT'}")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
