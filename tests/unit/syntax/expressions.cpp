// SPDX-License-Identifier: Apache-2.0
// Every production of expressions: what comes of it, how operators bind, and which bytes belong to each node.
#include "support/catch.hpp"
#include "unit/syntax/reading.hpp"

namespace test_expressions {

using namespace tieuchi_tests;
using syntax::operation;

namespace {

reading read_condition(const std::string& condition) { return read_items("criterion 1 when " + condition); }

syntax::expression_id root(const reading& from) { return item<syntax::criterion>(from).when; }

std::string shape_of(const std::string& condition) {
    const reading made = read_condition(condition);
    INFO(condition << '\n' << made.messages());
    CHECK(made.problems.empty());
    return made.tree.items.empty() ? "" : shape(made.tree, root(made));
}

std::string text_of(const reading& from, syntax::expression_id id) { return std::string(from.text(from.tree[id].at)); }

} // namespace

TEST_CASE("atoms") {
    CHECK(shape_of("staff") == "staff");
    CHECK(shape_of("a_1b") == "a_1b");
    CHECK(shape_of("0") == "0");
    CHECK(shape_of("12.50") == "12.50");
    CHECK(shape_of("70%") == "70%");
    CHECK(shape_of("2.5 %") == "2.5%");
    CHECK(shape_of("70% of staff") == "(70% staff)");
    CHECK(shape_of("50% of 70% of (a + b)") == "(50% (70% (+ a b)))");
    CHECK(shape_of("2022-02-10") == "d:2022-02-10");
    CHECK(shape_of("previous crimes") == "(previous crimes)");
    CHECK(shape_of("every criterion is met") == "every");
    CHECK(shape_of("criterion 6.1.đ is met") == "(met 6.1.đ)");
    CHECK(shape_of("criterion 6.1 is not met") == "(met not 6.1)");
    CHECK(shape_of("outcome is met") == "(is outcome met)");
    CHECK(shape_of("outcome is not not_subject") == "(is not outcome not_subject)");
    CHECK(shape_of("((a))") == "a");
}

TEST_CASE("operators bind as in arithmetic, then comparison, not, and, or") {
    CHECK(shape_of("a + b * c") == "(+ a (* b c))");
    CHECK(shape_of("a * b + c") == "(+ (* a b) c)");
    CHECK(shape_of("(a + b) * c") == "(* (+ a b) c)");
    CHECK(shape_of("a + b = c - 1") == "(= (+ a b) (- c 1))");
    CHECK(shape_of("not a = b") == "(not (= a b))");
    CHECK(shape_of("not a and b") == "(and (not a) b)");
    CHECK(shape_of("not not a") == "(not (not a))");
    CHECK(shape_of("a or b and c") == "(or a (and b c))");
    CHECK(shape_of("(a or b) and c") == "(and (or a b) c)");
    CHECK(shape_of("a = 70% of b + c") == "(= a (+ (70% b) c))");
    CHECK(shape_of("a is x and b in (y)") == "(and (is a x) (in b y))");
}

TEST_CASE("operators of one kind bind to the left") {
    CHECK(shape_of("a - b - c") == "(- (- a b) c)");
    CHECK(shape_of("a - b + c") == "(+ (- a b) c)");
    CHECK(shape_of("a * b * c") == "(* (* a b) c)");
    CHECK(shape_of("a and b and c") == "(and (and a b) c)");
    CHECK(shape_of("a or b or c") == "(or (or a b) c)");
}

TEST_CASE("comparisons") {
    CHECK(shape_of("a = 1") == "(= a 1)");
    CHECK(shape_of("a != 1") == "(!= a 1)");
    CHECK(shape_of("a < 1") == "(< a 1)");
    CHECK(shape_of("a <= 1") == "(<= a 1)");
    CHECK(shape_of("a > 1") == "(> a 1)");
    CHECK(shape_of("a >= 1") == "(>= a 1)");
    CHECK(shape_of("a<=1") == "(<= a 1)");
    CHECK(shape_of("a is micro") == "(is a micro)");
    CHECK(shape_of("a is not micro") == "(is not a micro)");
    CHECK(shape_of("a in (x)") == "(in a x)");
    CHECK(shape_of("a in (x, y , z)") == "(in a x y z)");
    CHECK(shape_of("a not in (x, y)") == "(in not a x y)");
    CHECK(shape_of("not a in (x)") == "(not (in a x))");
}

TEST_CASE("words are whole words") {
    CHECK(shape_of("orange or island") == "(or orange island)");
    CHECK(shape_of("nothing and anda") == "(and nothing anda)");
    CHECK(shape_of("is_x is isx") == "(is is_x isx)");
    CHECK(shape_of("met or local or draft") == "(or (or met local) draft)");
}

TEST_CASE("blanks and comments stand anywhere between tokens") {
    CHECK(shape_of("a # first\n  and # second\r\n\tnot\n\n b") == "(and a (not b))");
    CHECK(shape_of("70 # share\n % # of\n of staff") == "(70% staff)");
}

TEST_CASE("an expression's span is its text, without the parentheses around it") {
    const reading made = read_condition("  not (a or b)  and 70% of ( c ) <= d # end");
    REQUIRE(made.problems.empty());
    const syntax::tree& tree = made.tree;
    const auto whole = root(made);
    CHECK(text_of(made, whole) == "not (a or b)  and 70% of ( c ) <= d");
    const auto negation = tree[whole].left;
    CHECK(text_of(made, negation) == "not (a or b)");
    CHECK(text_of(made, tree[negation].left) == "a or b");
    const auto comparison = tree[whole].right;
    CHECK(text_of(made, comparison) == "70% of ( c ) <= d");
    CHECK(text_of(made, tree[comparison].left) == "70% of ( c )");
    CHECK(text_of(made, tree[tree[comparison].left].left) == "c");
}

TEST_CASE("an operator's span holds the parentheses of its operands") {
    const reading made = read_condition("(a + b) * (c) - d");
    REQUIRE(made.problems.empty());
    CHECK(text_of(made, root(made)) == "(a + b) * (c) - d");
    CHECK(text_of(made, made.tree[root(made)].left) == "(a + b) * (c)");
}

TEST_CASE("spans of what ends in a word or a parenthesis") {
    const auto text_of_condition = [](const std::string& condition) {
        const reading made = read_condition(condition + "  # more\n");
        CHECK(made.problems.empty());
        return text_of(made, root(made));
    };
    for (const char* condition : {"a is not  b", "a not  in ( b, c )", "every criterion is met", "criterion 6.1 is  not met",
                                  "previous  crimes", "70 %", "70% of  x", "2022-02-10", "(a) is b", "outcome is met"}) {
        CHECK(text_of_condition(condition) == condition);
    }
}

TEST_CASE("words in expressions know their place") {
    const reading made = read_condition("size not in (micro, small)");
    const syntax::expression& e = made.tree[root(made)];
    REQUIRE(e.words.size() == 2);
    CHECK(made.text(e.words[0].at) == "micro");
    CHECK(made.text(e.words[1].at) == "small");
}

TEST_CASE("operands stand before what they are operands of") {
    const reading made = read_condition("not (a + 2 * 30% of b >= previous c) or d is x and e in (y) or criterion 1 is met");
    REQUIRE(made.problems.empty());
    const auto& all = made.tree.expressions;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (all[i].left) { CHECK(all[i].left.index < i); }
        if (all[i].right) { CHECK(all[i].right.index < i); }
    }
    CHECK(root(made).index == all.size() - 1);
}

} // namespace test_expressions
