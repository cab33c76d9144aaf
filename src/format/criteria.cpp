// SPDX-License-Identifier: Apache-2.0
// Definitions of outliner.hpp: criteria and their rules. `opener` is the token with which a rule begins that ends with a block.
#include "format/outliner.hpp"

namespace TIEUCHI_NAMESPACE::impl::layout {

void outliner::criterion() {
    in_.take();
    body();
}

void outliner::body() {
    in_.take(); // the clause
    texts();
    modifiers();
    rule();
    modifiers();
}

void outliner::modifiers() {
    for (;;) {
        part();
        if (in_.is("only") || in_.is("unless")) {
            in_.take(in_.is("only") ? 2 : 1);
            expression();
        } else if (in_.is("rounded")) {
            rounding();
        } else if (in_.is("needs")) {
            in_.take(2);
        } else if (in_.take_if("note")) {
            texts();
        } else if (in_.is("cite")) {
            cite();
        } else {
            break;
        }
    }
}

void outliner::rule() {
    part();
    const std::uint32_t opener = in_.here();
    if (in_.take_if("when")) {
        expression();
    } else if (in_.is("same")) {
        in_.take(2);
        if (at_name_before_clause()) { in_.take(); }
        list();
    } else if (at_combination()) {
        combination(opener);
    } else if (at_figure()) {
        score(opener);
    } else if (in_.is("up")) {
        up_to(opener);
    } else if (in_.is("plus") || in_.is("minus")) {
        bonus();
    } else if (in_.is("scale")) {
        scale();
    } else {
        parts(opener);
    }
}

bool outliner::at_combination() const { return in_.is("all") || in_.is("any") || in_.is("none") || in_.is("at"); }

void outliner::combination(std::uint32_t opener) {
    in_.take(in_.is("at") ? 4 : 2);
    parts(opener);
}

void outliner::parts(std::uint32_t opener) {
    if (in_.peek(1) == "of") { in_.take(2); } // sum, least, greatest, mean
    if (!in_.is("{")) { return; }
    if (in_.here() == opener) {
        in_.may_end_line(between_parts, shift::none);
    } else {
        in_.move_line_end(opener, shift::none);
    }
    block(&outliner::body);
}

void outliner::score(std::uint32_t opener) {
    in_.take();
    points();
    if (in_.is("when")) {
        table(opener);
    } else if (in_.is("in")) {
        in_.take(3); // in proportion to
        sum();
        if (in_.take_if("of")) { sum(); }
    } else if (in_.is("less")) {
        in_.take(3); // less N per
        sum();
        if (in_.is("down")) { in_.take(3); }
    } else if (at_combination()) {
        combination(opener);
    } else {
        parts(opener);
    }
}

void outliner::up_to(std::uint32_t opener) {
    in_.take(3);
    points();
    if (in_.take_if("judged")) {
        if (in_.is("as")) { in_.take(2); }
        if (in_.is("step")) { in_.take(2); }
    } else {
        parts(opener);
    }
}

void outliner::bonus() {
    in_.take(2); // plus N, minus N
    points();
    if (in_.take_if("when")) {
        expression();
    } else {
        in_.take(); // per
        sum();
        if (in_.is("up")) { in_.take(3); }
    }
}

void outliner::scale() {
    in_.take();
    sum();
    if (in_.take_if("of")) { sum(); }
    braces(&outliner::level);
}

void outliner::level() {
    in_.take(); // >=, or otherwise
    in_.take();
    in_.take_if("%");
    if (in_.take_if(":")) { in_.take(); }
    points();
}

void outliner::points() {
    if (!in_.take_if("points")) { in_.take_if("point"); }
}

} // namespace TIEUCHI_NAMESPACE::impl::layout
