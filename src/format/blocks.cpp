// SPDX-License-Identifier: Apache-2.0
// Definitions of outliner.hpp: files, documents, standards, amendments and examples.
#include "format/outliner.hpp"

namespace TIEUCHI_NAMESPACE::impl::layout {

outline outline_of(std::string_view text) { return outliner(text).file(); }

outline outliner::file() {
    for (bool first = true; !in_.at_end(); first = false) {
        in_.begin_line(0, !first);
        file_item();
    }
    return in_.finish();
}

void outliner::block(statement each) {
    if (!in_.take_if("{")) { return; }
    if (in_.is("}") && !in_.has_comment()) { return in_.take_joined(); }
    ++blocks_;
    while (!in_.at_end() && !in_.is("}")) {
        in_.begin_line(blocks_);
        const std::uint32_t before = in_.here();
        (this->*each)();
        if (in_.here() == before) { in_.take(); }
    }
    --blocks_;
    in_.begin_line(blocks_);
    in_.take();
}

void outliner::file_item() {
    if (in_.is("part")) {
        in_.take(3); // part of "…"
    } else if (in_.is("document")) {
        in_.take(2);
        block(&outliner::document_item);
    } else if (in_.is("standard")) {
        in_.take(3); // standard NAME for
        list();
        block(&outliner::standard_item);
    } else if (in_.is("amend")) {
        in_.take(2);
        block(&outliner::change);
    } else if (in_.is("example")) {
        in_.take(2);
        part();
        in_.take(2); // for NAME
        block(&outliner::example_item);
    } else {
        in_.take();
    }
}

void outliner::document_item() {
    if (in_.is("title") || in_.is("issuer") || in_.is("note")) {
        in_.take();
        texts();
    } else if (in_.is("in")) {
        in_.take(4); // in force from DATE
        if (in_.is("to")) { in_.take(2); }
    } else if (in_.take_if("facts")) {
        block(&outliner::fact);
    } else {
        in_.take(2); // status, replaces, amends, place, source
    }
}

void outliner::standard_item() {
    if (in_.is("title") || in_.is("note")) {
        in_.take();
        texts();
    } else if (in_.is("cite")) {
        cite();
    } else if (in_.is("window") || in_.is("decide")) {
        period();
    } else if (in_.is("refer") || (in_.is("not") && in_.peek(1) != "applicable")) {
        exit();
    } else if (in_.is("not")) {
        not_applicable();
    } else if (in_.is("points") || in_.is("total") || in_.is("places")) {
        points_stated();
    } else if (in_.is("reading")) {
        reading();
    } else if (in_.take_if("facts")) {
        block(&outliner::fact);
    } else if (in_.is("criterion")) {
        criterion();
    } else if (in_.is("outcome")) {
        outcome();
    } else if (in_.is("classes")) {
        in_.take(3); // classes by total
        block(&outliner::class_item);
        cited();
    } else if (in_.is("at") || in_.is("exactly")) {
        adjustment();
    } else if (in_.is("quota")) {
        quota();
    }
}

void outliner::exit() {
    if (in_.is("refer")) {
        in_.take(2);
        texts();
        part();
    } else {
        in_.take(2);
    }
    exit_reason();
}

void outliner::exit_reason() {
    in_.take(); // when
    expression();
    remarks();
}

void outliner::period() {
    if (in_.is("window")) {
        in_.take(4); // window DAY .. DAY
    } else {
        in_.take(3); // decide before DAY
        if (in_.is("by")) {
            part();
            in_.take();
            texts();
        }
    }
    cited();
}

void outliner::points_stated() {
    if (in_.is("total")) {
        in_.take();
        rounding();
    } else if (in_.is("places")) {
        in_.take(4); // places may only add
    } else {
        in_.take(2);
        if (in_.is("up")) { in_.take(3); }
    }
    cited();
}

void outliner::not_applicable() {
    in_.take(2);
    in_.take(in_.is("counts") || in_.peek(1) == "left" ? 3 : 2);
    cited();
}

void outliner::reading() {
    in_.take(4); // reading NAME one of
    options();
    if (in_.is("default")) {
        part();
        in_.take(2);
    }
    remarks();
}

void outliner::outcome() {
    in_.take(2);
    texts();
    part();
    if (in_.take_if("when")) {
        expression();
    } else {
        in_.take(); // otherwise
    }
    cited();
}

void outliner::class_item() {
    in_.take();
    texts();
    part();
    if (in_.take_if(">=")) {
        sum();
    } else {
        in_.take(); // otherwise
    }
    while (in_.is("cite")) {
        part();
        in_.take();
        if (in_.peek().starts_with('"')) { in_.take(); }
        in_.take(); // one clause: what follows a comma is the next class
    }
    in_.take_if(",");
}

void outliner::adjustment() {
    in_.take(in_.is("exactly") ? 2 : 3);
    exit_reason();
}

void outliner::quota() {
    in_.take(7); // quota CLASS at most 20 % of
    in_.take();
    if (in_.is("or")) { in_.take(2); }
    if (in_.is("highest")) {
        part();
        in_.take();
        sum();
        in_.take(); // first
    }
    if (in_.is("fewer")) {
        part();
        in_.take(6); // fewer than N at most N
    }
    cited();
}

void outliner::change() {
    if (in_.is("repeal")) {
        in_.take(2);
        list();
        return;
    }
    if (in_.is("add") || in_.is("replace")) { in_.take(); }
    standard_item();
}

void outliner::example_item() {
    if (in_.is("reading")) {
        in_.take(4);
    } else if (in_.take_if("given")) {
        braces(&outliner::given_item);
    } else if (in_.take_if("expect")) {
        expectation();
    } else {
        in_.take(2); // on, place
    }
}

void outliner::expectation() {
    if (in_.take_if("outcome")) {
        if (in_.take_if("in")) {
            list_in_parentheses(between_texts);
        } else {
            in_.take();
        }
    } else if (in_.take_if("total")) {
        range();
    } else if (in_.take_if("because")) {
        list();
    } else if (in_.is("points")) {
        in_.take(4); // points of CLAUSE is
        range();
    } else {
        in_.take(3); // criterion CLAUSE is
        in_.take(in_.is("not") ? 2 : 1);
    }
}

void outliner::given_item() {
    in_.take_if("previous");
    in_.take(); // the fact
    number();
}

void outliner::range() {
    number();
    if (in_.take_if("to")) { number(); }
}

} // namespace TIEUCHI_NAMESPACE::impl::layout
