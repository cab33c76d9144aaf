# SPDX-License-Identifier: Apache-2.0
"""Rules that stand for far more than their bytes: each function makes some `size` bytes of them, one way to make a checker work for nothing.

All are made up. Each is a rulebook that may be right or wrong; the promise is that the answer comes soon and without much memory."""

from __future__ import annotations

from collections.abc import Callable

ATTACKS: dict[str, Callable[[int], str]] = {}


def attack(make: Callable[[int], str]) -> Callable[[int], str]:
    ATTACKS[make.__name__] = make
    return make


def document(number: object, more: str = "", day: str = "2020-01-01") -> str:
    return f'document "{number}"{{title "t" status draft in force from {day} {more}}}\n'


MET = "outcome m when every criterion is met outcome n otherwise"


def standard(name: str, body: str, kinds: str = "k", end: str = MET) -> str:
    return f"standard {name} for {kinds}{{{body} {end}}}\n"


def days(count: int) -> list[str]:
    return [f"{2021 + i // 336}-{1 + i // 28 % 12:02}-{1 + i % 28:02}" for i in range(count)]


def repeated(size: int, piece: Callable[[int], str], used: int = 0) -> str:
    """As many pieces as there is room for."""
    parts: list[str] = []
    while used < size:
        parts.append(piece(len(parts)))
        used += len(parts[-1].encode())
    return "".join(parts)


# ---- `same as`


@attack
def doubling(size: int) -> str:
    levels = 12
    chain = "criterion 0 when a " + "".join(
        f"criterion {i} all of{{a same as {i - 1} b same as {i - 1}}} " for i in range(1, levels)
    )
    head = document(1, "facts{a yes_no}") + standard("s", chain)
    return head + repeated(size, lambda i: standard(f"t{i}", f"criterion 1 same as s {levels - 1}"), len(head))


@attack
def doubling_of_points(size: int) -> str:
    levels = 12
    chain = "not applicable is left out criterion 0 1 point when a only where b criterion " + "criterion ".join(
        f"{i} sum of{{a same as {i - 1} b same as {i - 1}}} " for i in range(1, levels)
    )
    end = "classes by total{m>=1,n otherwise}"
    head = document(1, "facts{a yes_no b yes_no}") + standard("s", chain, end=end)
    body = f"not applicable is left out criterion 1 same as s {levels - 1}"
    return head + repeated(size, lambda i: standard(f"t{i}", body, end=end), len(head))


@attack
def doubling_of_mistakes(size: int) -> str:
    levels = 12
    chain = "criterion 0 when unknown_facts criterion " + "criterion ".join(
        f"{i} all of{{a same as {i - 1} b same as {i - 1}}} " for i in range(1, levels)
    )
    names = "facts{" + repeated(size // 2, lambda i: f"unknown_fact_{i} count ") + "}"
    head = document(1, names) + standard("s", chain)
    return head + repeated(size, lambda i: standard(f"t{i}", f"criterion 1 same as s {levels - 1}"), len(head))


@attack
def taken_whole(size: int) -> str:
    """Half of it is one standard, which all others take."""
    clauses: list[str] = []

    def clause(i: int) -> str:
        clauses.append(str(i))
        return f"criterion {i} when a "

    head = document(1, "facts{a yes_no}") + standard("s", repeated(size // 2, clause))
    take = ",".join(clauses[: len(clauses) // 4])
    head += standard("u", f"criterion 1 same as s {take}")
    return head + repeated(size, lambda i: standard(f"t{i}", "criterion 1 same as u 1"), len(head))


@attack
def long_texts_taken(size: int) -> str:
    levels = 12
    text = "x" * (size // 3)
    chain = f'criterion 0 "{text}" when a note "{text}" ' + "".join(
        f"criterion {i} all of{{a same as {i - 1} b same as {i - 1}}} " for i in range(1, levels)
    )
    head = document(1, "facts{a yes_no}") + standard("s", chain)
    return head + repeated(size, lambda i: standard(f"t{i}", f"criterion 1 same as s {levels - 1}"), len(head))


@attack
def long_number(size: int) -> str:
    number = "n" * (size // 2)
    head = document(number, "facts{a yes_no}")
    body = repeated(size // 4, lambda i: f"criterion {i} when a ")
    return head + standard("s", body) + repeated(size // 4, lambda i: standard(f"t{i}", "criterion 1 when a"))


@attack
def long_cites_taken(size: int) -> str:
    levels = 12
    cites = ",".join(str(i) for i in range(size // 12))
    chain = f"criterion 0 when a cite {cites} " + "".join(
        f"criterion {i} all of{{a same as {i - 1} b same as {i - 1}}} " for i in range(1, levels)
    )
    head = document(1, "facts{a yes_no}") + standard("s", chain)
    return head + repeated(size, lambda i: standard(f"t{i}", f"criterion 1 same as s {levels - 1}"), len(head))


@attack
def long_names_taken(size: int) -> str:
    name = "f" * (size // 3)
    head = document(1, f"facts{{{name} yes_no}}") + standard("s", f"criterion 1 when {name}")
    return head + repeated(size, lambda i: standard(f"t{i}", "criterion 1 same as s 1"), len(head))


@attack
def overlapping_list(size: int) -> str:
    take = repeated(size // 3, lambda i: f"{',' if i else ''}{i}")
    clauses = "".join(f"criterion {i} when a " for i in range(size // 50))
    return document(1, "facts{a yes_no}") + standard("s", f"{clauses} criterion x same as {take} criterion y same as x")


# ---- Amendments


@attack
def amended_by_date(size: int) -> str:
    base = document(1, "facts{a yes_no}") + standard("s", repeated(size // 2, lambda i: f"criterion {i} when a "))
    dates = days(size)
    return base + repeated(
        size, lambda i: document(f"d{i}", 'amends "1"', dates[i]) + f"amend s{{add criterion x{i} when a}}\n", len(base)
    )


@attack
def amended_by_date_small(size: int) -> str:
    base = document(1, "facts{a yes_no}") + standard("s", "criterion 1 when a")
    dates = days(size)
    return base + repeated(
        size, lambda i: document(f"d{i}", 'amends "1"', dates[i]) + f"amend s{{add criterion x{i} when a}}\n", len(base)
    )


@attack
def amended_by_date_and_place(size: int) -> str:
    base = document(1, "facts{a yes_no}") + standard("s", "criterion 1 when a")
    dates = days(size)

    def change(i: int) -> str:
        place = f'place "p{i}"' if i % 2 else ""
        return document(f"d{i}", f'amends "1" {place}', dates[i]) + f"amend s{{add criterion x{i} when a}}\n"

    return base + repeated(size, change, len(base))


@attack
def amended_by_place_and_repeated(size: int) -> str:
    base = document(1, "facts{a yes_no}") + standard("s", "criterion 1 when a")
    dates = days(size)

    def change(i: int) -> str:
        amends = f"amend s{{add criterion x{i} when a}}\n" * 4
        return document(f"d{i}", f'amends "1" place "p{i % 7}"', dates[i]) + amends

    return base + repeated(size, change, len(base))


@attack
def amended_beside_many(size: int) -> str:
    """Each amendment makes a version of every standard of the document."""
    base = document(1, "facts{a yes_no}") + repeated(size // 2, lambda i: standard(f"s{i}", "criterion 1 when a"))
    dates = days(size)
    return base + repeated(
        size, lambda i: document(f"d{i}", 'amends "1"', dates[i]) + f"amend s0{{add criterion x{i} when a}}\n", len(base)
    )


@attack
def one_criterion_amended(size: int) -> str:
    parts = repeated(size // 2, lambda i: f"p{i} when a ")
    base = document(1, "facts{a yes_no}") + standard("s", f"criterion 1 all of{{{parts}}}")
    dates = days(size)
    return base + repeated(
        size, lambda i: document(f"d{i}", 'amends "1"', dates[i]) + f"amend s{{add criterion 1.x{i} when a}}\n", len(base)
    )


@attack
def unknown_clauses_amended(size: int) -> str:
    base = document(1, "facts{a yes_no}") + standard("s", repeated(size // 3, lambda i: f"criterion clause{i} when a "))
    dates = days(size)
    return base + repeated(
        size, lambda i: document(f"d{i}", 'amends "1"', dates[i]) + f"amend s{{repeal criterion clausex{i}}}\n", len(base)
    )


@attack
def deep_clause_added(size: int) -> str:
    base = document(1, "facts{a yes_no}") + standard("s", repeated(size // 2, lambda i: f"criterion {i} when a "))
    return base + document(2, 'amends "1"', "2021-01-01") + f"amend s{{add criterion {'1.' * (size // 4)}1 when a}}\n"


@attack
def many_amended(size: int) -> str:
    """Each amending document names all others, and many standards."""
    base = repeated(size // 3, lambda i: document(i) + standard("s", "facts{a yes_no}criterion 1 when a"))
    names = "".join(f'amends "{i}"' for i in range(size // 300))
    return base + document("d", names * 3, "2021-01-01") + repeated(size // 3, lambda i: "amend s{}\n")


@attack
def unused_facts_amended(size: int) -> str:
    facts = repeated(size // 2, lambda i: f"f{i} count ")
    base = document(1) + standard("s", f"facts{{a yes_no {facts}}}criterion 1 when a")
    dates = days(size)
    return base + repeated(
        size, lambda i: document(f"d{i}", 'amends "1"', dates[i]) + f"amend s{{add criterion x{i} when a}}\n", len(base)
    )


# ---- Facts, quantities, tables


@attack
def facts_of_the_document(size: int) -> str:
    facts = repeated(size // 4, lambda i: f"f{i} count ")
    all_of_them = "+".join(f"f{i}" for i in range(facts.count("count")))
    head = document(1, f"facts{{{facts} sum_of_them={all_of_them}}}")
    return head + repeated(size, lambda i: standard(f"s{i}", "criterion 1 when sum_of_them>0"), len(head))


@attack
def bounds_in_a_chain(size: int) -> str:
    facts = "f0 count " + repeated(size // 2, lambda i: f"f{i + 1} count at most f{i} ")
    last = facts.count("count") - 1
    head = document(1, f"facts{{{facts}}}")
    return head + repeated(size, lambda i: standard(f"s{i}", f"criterion 1 when f{last}>0"), len(head))


@attack
def options_many_times(size: int) -> str:
    options = ",".join(f"o{i} \"{'x' * 20}\"" for i in range(64))
    facts = repeated(size // 2, lambda i: f"f{i} one of({options}) ")
    used = " and ".join(f"f{i} is o1" for i in range(facts.count("one of")))
    head = document(1, f"facts{{{facts} used={used}}}")
    return head + repeated(size, lambda i: standard(f"s{i}", "criterion 1 when used"), len(head))


@attack
def quantities_doubled(size: int) -> str:
    facts = "f count at most 2 q0=f " + repeated(size // 2, lambda i: f"q{i + 1}=q{i}+q{i}-q{i} ")
    head = document(1, f"facts{{{facts}}}")
    last = facts.count("=") - 1
    return head + repeated(size, lambda i: standard(f"s{i}", f"criterion 1 when q{min(last, 100)}>0"), len(head))


@attack
def table_many_times(size: int) -> str:
    lines = repeated(size // 2, lambda i: f"{i % 9} when f={i}, ")
    head = document(1, f"facts{{f count q={lines} otherwise 0}}")
    return head + repeated(size, lambda i: standard(f"s{i}", "criterion 1 when q>0"), len(head))


@attack
def nested_tables(size: int) -> str:
    facts = "f count q0=1 when f=0,otherwise 2 " + repeated(
        size, lambda i: f"q{i + 1}=q{i} when q{i}>{i % 5},q{i} when q{i}=1,otherwise q{i} "
    )
    last = min(facts.count("otherwise") - 1, 120)
    return document(1) + standard("s", f"facts{{{facts}}}criterion 1 when q{last}>0")


@attack
def scale_taken(size: int) -> str:
    lines = repeated(size // 2, lambda i: f">={10**6 - i}:{i % 7},")
    head = document(1, "facts{f count}") + standard(
        "s", f"criterion 1 scale f{{{lines} otherwise 0}}", end="classes by total{m>=1,n otherwise}"
    )
    return head + repeated(
        size, lambda i: standard(f"t{i}", "criterion 1 same as s 1", end="classes by total{m>=1,n otherwise}"), len(head)
    )


@attack
def readings(size: int) -> str:
    options = ",".join(f"o{i}" for i in range(64))
    return document(1, "facts{a yes_no}") + repeated(
        size, lambda i: standard(f"s{i}", f"reading r one of({options})default o1 criterion 1 when r is o1 or a")
    )


@attack
def differences_of_bounded(size: int) -> str:
    facts = "f0 count at most 9 " + repeated(size // 3, lambda i: f"f{i + 1} count at most f{i} ")
    last = facts.count("count") - 1
    added = repeated(size // 3, lambda i: "+f0")
    taken = repeated(size // 3, lambda i: f"-f{last}")
    return document(1, f"facts{{{facts}}}") + standard("s", f"criterion 1 when f0{added}{taken}>0")


# ---- Kinds, tallies, links


@attack
def kinds(size: int) -> str:
    names = ",".join(f"k{i}" for i in range(64))
    facts = f"facts{{a yes_no only for {names}}}"
    return document(1, facts) + repeated(size, lambda i: standard(f"s{i}", "criterion 1 when a", kinds=names))


@attack
def kinds_of_one(size: int) -> str:
    names = repeated(size, lambda i: f"{',' if i else ''}k{i}")
    return document(1, "facts{a yes_no}") + standard("s", "criterion 1 when a", kinds=names)


@attack
def tallies(size: int) -> str:
    names = ",".join(f"k{i}" for i in range(64))
    facts = repeated(size // 2, lambda i: f"f{i} count from count of({names}) ")
    used = "+".join(f"f{i}" for i in range(facts.count("from")))
    head = document(1, "facts{a yes_no}") + standard("s", f"facts{{{facts}}}criterion 1 when {used}>0", kinds="z")
    return head + repeated(size, lambda i: standard(f"b{i}", "criterion 1 when a", kinds=names), len(head))


@attack
def tallies_in_a_chain(size: int) -> str:
    shared = repeated(size // 3, lambda i: f"f{i} count from count of(k{i + 1})where f{i + 1}>0 ")
    count = shared.count("from")
    return document(1, f"facts{{{shared} f{count} count}}") + "".join(
        standard(f"s{i}", f"criterion 1 when f{i}>=0", kinds=f"k{i}") for i in range(count + 1)
    )


@attack
def outcomes_asked(size: int) -> str:
    asked = " and ".join(f"outcome of s{i} is m" for i in range(size // 300))
    head = document(1, "facts{a yes_no}") + standard("z", f"criterion 1 when {asked}")
    return head + repeated(size, lambda i: standard(f"s{i}", "criterion 1 when a"), len(head))


@attack
def outcomes_up_and_down(size: int) -> str:
    def link(i: int) -> str:
        facts = f"facts{{c count from count of(j{i})}}"
        return standard(f"s{i}", f"{facts}criterion 1 when outcome of t{i} of parent is m and c>0") + standard(
            f"t{i}", "criterion 1 when a", kinds=f"j{i}"
        )

    return document(1, "facts{a yes_no}") + repeated(size, link)


@attack
def outcomes_in_a_chain(size: int) -> str:
    chain = repeated(size, lambda i: standard(f"s{i}", f"criterion 1 when outcome of s{i + 1} is m or a"))
    return document(1, "facts{a yes_no}") + chain + standard(f"s{chain.count('standard')}", "criterion 1 when a")


@attack
def outcomes_of_versions(size: int) -> str:
    asked = " and ".join(f"outcome of s{i} is m" for i in range(30))
    base = document(1, "facts{a yes_no}") + "".join(standard(f"s{i}", "criterion 1 when a") for i in range(30))
    base += standard("z", f"criterion 1 when {asked}")
    dates = days(size)
    some = min(size, 13_000 + len(base))  # else there are too many versions to begin with
    return base + repeated(
        some, lambda i: document(f"d{i}", 'amends "1"', dates[i]) + f"amend s0{{add criterion x{i} when a}}\n", len(base)
    )


# ---- Outcomes


@attack
def criteria_counted(size: int) -> str:
    body = repeated(size // 2, lambda i: f"criterion {i} when a ")
    count = body.count("criterion")
    asked = repeated(size // 2, lambda i: f"at most n when count of criteria met>{i % count} ")
    return document(1, "facts{a yes_no}") + standard("s", body, end=MET + " " + asked)


@attack
def points_of_every(size: int) -> str:
    body = repeated(size // 2, lambda i: f"criterion {i} 1 point when a ")
    asked = repeated(size // 2, lambda i: f"at most n when every criterion at least {1 + i % 99}% ")
    return document(1, "facts{a yes_no}") + standard("s", body, end=MET + " " + asked)


@attack
def every_criterion_asked(size: int) -> str:
    body = repeated(size // 2, lambda i: f"criterion {i} when a ")
    asked = repeated(size // 2, lambda i: "at most n when every criterion is met ")
    return document(1, "facts{a yes_no}") + standard("s", body, end=MET + " " + asked)


@attack
def many_exits(size: int) -> str:
    body = repeated(size, lambda i: "not subject when a ")
    return document(1, "facts{a yes_no}") + standard("s", body + "criterion 1 when a")


@attack
def mean_of_many(size: int) -> str:
    parts = repeated(size, lambda i: f"p{i} 1 point when a only where b ")
    body = f"not applicable is left out criterion 1 mean of{{{parts}}}rounded to 0.1 half up"
    return document(1, "facts{a yes_no b yes_no}") + standard("s", body, end="classes by total{m>=1,n otherwise}")


@attack
def judged(size: int) -> str:
    body = repeated(size, lambda i: f"criterion {i} up to 5 points judged ")
    return document(1) + standard("s", body, end="classes by total{m>=1,n otherwise}")


@attack
def quotas(size: int) -> str:
    body = repeated(size, lambda i: "quota m at most 20% of all highest total first ")
    return document(1, "facts{a yes_no}") + standard("s", "criterion 1 1 point when a", end=MET + " " + body)


# ---- Examples


@attack
def examples_of_versions(size: int) -> str:
    base = document(1, "facts{a yes_no}") + standard("s", "criterion 1 when a")
    dates = days(size)
    base += repeated(
        size // 2, lambda i: document(f"d{i}", 'amends "1"', dates[i]) + f"amend s{{add criterion x{i} when a}}\n", len(base)
    )
    return base + repeated(size, lambda i: f'example "{i}" for s{{expect outcome m}}\n', len(base))


@attack
def long_examples(size: int) -> str:
    facts = repeated(size // 3, lambda i: f"f{i} count ")
    count = facts.count("count")
    used = "+".join(f"f{i}" for i in range(count))
    given = ",".join(f"f{i} 1" for i in reversed(range(count)))
    return (
        document(1, f"facts{{{facts}}}")
        + standard("s", f"criterion 1 when {used}>0")
        + f'example "e" for s{{given{{{given}}}expect outcome m}}\n'
    )


# ---- Form


@attack
def nested_parentheses(size: int) -> str:
    deep = "(" * 32 + "a" + ")" * 32
    return document(1, "facts{a yes_no}") + standard("s", repeated(size, lambda i: f"criterion {i} when {deep} "))


@attack
def nested_nots(size: int) -> str:
    deep = "not " * 32 + "a"
    return document(1, "facts{a yes_no}") + standard("s", repeated(size, lambda i: f"criterion {i} when {deep} "))


@attack
def nested_criteria(size: int) -> str:
    deep = "a all of{" * 31 + "a when a" + "}" * 31
    return document(1, "facts{a yes_no}") + standard("s", repeated(size, lambda i: f"criterion {i} all of{{{deep}}} "))


@attack
def long_conditions(size: int) -> str:
    return document(1, "facts{a yes_no}") + standard("s", "criterion 1 when a" + repeated(size, lambda i: " or a"))


@attack
def long_sums(size: int) -> str:
    return document(1, "facts{a count}") + standard("s", "criterion 1 when a" + repeated(size, lambda i: "+a") + ">0")


@attack
def long_lists_of_options(size: int) -> str:
    asked = repeated(size, lambda i: f"{',' if i else ''}o1")
    return document(1, "facts{a one of(o1,o2)}") + standard("s", f"criterion 1 when a in({asked})")


@attack
def many_options(size: int) -> str:
    options = repeated(size, lambda i: f"{',' if i else ''}o{i}")
    return document(1, f"facts{{a one of({options})}}") + standard("s", "criterion 1 when a is o1")


@attack
def many_languages(size: int) -> str:
    letters = "bcdfghjklmnpqrstvwxyz"  # no keyword of three letters is without a vowel
    count = len(letters)
    texts = repeated(size, lambda i: f'{letters[i % count]}{letters[i // count % count]}{letters[i // count ** 2 % count]}""')
    return document(1, "facts{a yes_no}") + standard("s", f"criterion 1 {texts} when a")


@attack
def many_unknown_names(size: int) -> str:
    facts = repeated(size // 2, lambda i: f"some_long_name_{i:05} count ")
    return document(1, f"facts{{{facts}}}") + standard(
        "s", repeated(size // 2, lambda i: f"criterion {i} when some_long_name_x{i:05}>0 ")
    )


@attack
def many_documents(size: int) -> str:
    return repeated(size, lambda i: document(i) + standard(f"s{i}", "facts{a yes_no}criterion 1 when a"))


@attack
def many_replaced(size: int) -> str:
    names = repeated(size // 2, lambda i: f'replaces "{i}" ')
    return document("z", names, "2021-01-01") + repeated(
        size // 2, lambda i: document(i) + standard("s", "facts{a yes_no}criterion 1 when a")
    )


@attack
def versions_at_once(size: int) -> str:
    return repeated(size, lambda i: document(i) + standard("s", "facts{a yes_no}criterion 1 when a"))


@attack
def always_true(size: int) -> str:
    return document(1, "facts{a count}") + standard("s", repeated(size, lambda i: f"criterion {i} when a>=0 "))
