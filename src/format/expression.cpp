// SPDX-License-Identifier: Apache-2.0
// Definitions of outliner.hpp: conditions, sums and tables of them.
#include "format/outliner.hpp"

namespace TIEUCHI_NAMESPACE::impl::layout {

void outliner::expression() {
    conjunction();
    while (in_.is("or")) {
        in_.may_end_line(in_condition(0));
        in_.take();
        conjunction();
    }
}

void outliner::conjunction() {
    comparison();
    while (in_.is("and")) {
        in_.may_end_line(in_condition(1));
        in_.take();
        comparison();
    }
}

void outliner::comparison() {
    while (in_.is("not")) { in_.take(); }
    sum();
    const std::string_view sign = in_.peek();
    if (sign == "=" || sign == "!=" || sign == "<" || sign == "<=" || sign == ">" || sign == ">=") {
        in_.take();
        sum();
    } else if (in_.take_if("is")) {
        in_.take_if("not");
        in_.take();
    } else if (in_.is("in") || (in_.is("not") && in_.peek(1) == "in")) {
        in_.take(in_.is("in") ? 1 : 2);
        list_in_parentheses(in_condition(2));
    }
}

void outliner::sum() {
    product();
    while (in_.is("+") || in_.is("-")) {
        in_.may_end_line(in_condition(2));
        in_.take();
        product();
    }
}

void outliner::product() {
    operand();
    for (;;) {
        if (in_.take_if("*")) {
            operand();
        } else if (in_.take_if("per")) {
            if (at_figure()) { in_.take_figure(); }
            operand();
        } else {
            break;
        }
    }
}

void outliner::operand() {
    if (in_.is("}")) { return; } // no rules: it closes a block
    if (at_figure()) {
        in_.take_figure();
        if (in_.take_if("%")) {
            if (in_.take_if("of")) { operand(); }
        } else if (in_.is("days") || in_.is("months") || in_.is("years")) {
            in_.take();
        }
    } else if (in_.take_if("(")) {
        ++parentheses_;
        expression();
        --parentheses_;
        in_.take(); // )
    } else if (in_.is("every")) {
        every_criterion();
    } else if (in_.is("criterion")) {
        in_.take(3); // criterion CLAUSE is
        in_.take(in_.is("not") ? 2 : 1);
    } else if (in_.is("count")) {
        in_.take(4); // count of criteria met
        if (in_.take_if("in")) { in_.take_figure(); }
    } else if (in_.is("points")) {
        in_.take(2); // points of
        in_.take_figure();
    } else if (in_.take_if("outcome")) {
        for (int names = 0; names < 2 && in_.is("of"); ++names) { in_.take(2); }
    } else {
        in_.take(in_.is("previous") ? 2 : 1);
    }
}

void outliner::every_criterion() {
    in_.take(in_.peek(2) == "at" ? 6 : 4); // every criterion at least 50 %, every criterion is met
}

void outliner::table(std::uint32_t first) {
    if (!in_.take_if("when")) { return; }
    expression();
    while (in_.take_if(",")) {
        in_.may_end_line(between_rows, shift::under, first);
        if (in_.take_if("otherwise")) {
            expression();
            points();
            break;
        }
        expression();
        points();
        in_.take(); // when
        expression();
    }
}

void outliner::rounding() {
    in_.take(3); // rounded to N
    in_.take(in_.is("half") ? 2 : 1);
}

} // namespace TIEUCHI_NAMESPACE::impl::layout
