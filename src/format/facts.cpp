// SPDX-License-Identifier: Apache-2.0
// Definitions of outliner.hpp: facts and quantities.
#include "format/outliner.hpp"

namespace TIEUCHI_NAMESPACE::impl::layout {

void outliner::fact() {
    in_.take();
    if (in_.is("=")) {
        quantity();
    } else {
        fact_type();
        fact_clauses();
    }
}

void outliner::quantity() {
    in_.take();
    const std::uint32_t first = in_.here();
    expression();
    table(first);
    if (in_.is("rounded")) {
        in_.may_end_line(between_rows);
        rounding();
    }
    remarks();
}

void outliner::fact_type() {
    if (in_.is("one") || in_.is("ordered")) {
        in_.take(in_.is("one") ? 2 : 3);
        options();
    } else {
        in_.take();
        if (in_.is("scale")) { in_.take(2); }
    }
}

void outliner::fact_clauses() {
    for (rank by = between_rows;;) { // what stands before the texts goes with the type
        if (bound(by)) { continue; }
        in_.may_end_line(between_parts);
        if (in_.is("cite")) {
            cite();
        } else if (in_.is("ask") || in_.is("evidence")) {
            in_.take();
            texts();
        } else if (at_texts()) {
            texts();
        } else {
            break;
        }
        by = between_parts;
    }
}

bool outliner::bound(rank by) {
    in_.may_end_line(by);
    if (in_.is("at")) {
        in_.take(3); // at most N
    } else if (in_.is("by")) {
        in_.take(2);
    } else if (in_.is("only")) {
        in_.take(2);
        list();
    } else if (in_.is("from")) {
        tally();
    } else {
        return false;
    }
    return true;
}

void outliner::tally() {
    in_.take();
    if (in_.is("count")) {
        in_.take(2);
        list_in_parentheses(between_texts);
    } else {
        in_.take(2); // sum of
        sum();
        in_.may_end_line(between_texts);
        in_.take(); // over
        list_in_parentheses(between_texts);
    }
    if (in_.is("where")) {
        in_.may_end_line(between_texts);
        in_.take();
        expression();
    }
    if (in_.is("rounded")) {
        in_.may_end_line(between_texts);
        rounding();
    }
}

void outliner::options() {
    if (!in_.take_if("(")) { return; }
    do {
        in_.may_end_line(between_rows, shift::element);
        in_.take();
        texts();
    } while (in_.take_if(","));
    in_.take(); // )
}

} // namespace TIEUCHI_NAMESPACE::impl::layout
