// SPDX-License-Identifier: Apache-2.0
/// \file
/// Reads rule texts for the tests of the syntax, and writes expressions down so that their shape shows.
#pragma once

#include "syntax/parse.hpp"

#include <tieuchi/diagnostic.hpp>
#include <tieuchi/limits.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace tieuchi_tests {

namespace syntax = tieuchi::impl::syntax;

/// What parsing a text gave.
struct reading {
    syntax::tree tree;
    tieuchi::diagnostics problems;

    [[nodiscard]] std::string messages() const { return tieuchi::to_string(problems); }
    [[nodiscard]] std::string_view text(tieuchi::span at) const { return tree.source->text(at); }
};

inline reading read(std::string text, const tieuchi::limits& bounds = {}) {
    reading made;
    const auto source = std::make_shared<const tieuchi::source>("rules.tieuchi", std::move(text));
    made.tree = syntax::parse(source, bounds, made.problems);
    return made;
}

/// A standard with these items in it.
inline reading read_items(const std::string& items) { return read("standard s for k {\n" + items + "\n}\n"); }

/// Item `index` of the only standard.
template <class Item>
const Item& item(const reading& from, std::size_t index = 0) {
    return std::get<Item>(std::get<syntax::standard>(from.tree.items.at(0)).items.at(index));
}

/// `(and a (or b c))`
inline std::string shape(const syntax::tree& tree, syntax::expression_id id) {
    using syntax::operation;
    if (!id) { return "-"; }
    const syntax::expression& e = tree[id];
    const auto words = [&] {
        std::string all;
        for (const syntax::word& one : e.words) { all += ' ' + std::string(one.text); }
        return all;
    };
    const std::string contrary = e.negated ? " not" : "";
    const auto binary = [&](const char* name) {
        return '(' + std::string(name) + ' ' + shape(tree, e.left) + ' ' + shape(tree, e.right) + ')';
    };
    switch (e.op) {
    case operation::name: return words().substr(1);
    case operation::previous: return "(previous" + words() + ')';
    case operation::number: return std::string(e.digits);
    case operation::percent: return std::string(e.digits) + '%';
    case operation::percent_of: return '(' + std::string(e.digits) + "% " + shape(tree, e.left) + ')';
    case operation::date: return "d:" + std::string(e.digits);
    case operation::duration: return '(' + std::string(e.digits) + words() + ')';
    case operation::outcome: return "outcome";
    case operation::outcome_of: return "(outcome" + std::string(e.negated ? " parent" : "") + words() + ')';
    case operation::total: return "total";
    case operation::points_of: return "(points" + words() + ')';
    case operation::count_met: return "(count" + words() + ')';
    case operation::every_at_least: return "(every " + std::string(e.digits) + "%)";
    case operation::every_criterion: return "every";
    case operation::criterion_is: return "(met" + contrary + words() + ')';
    case operation::is: return "(is" + contrary + ' ' + shape(tree, e.left) + words() + ')';
    case operation::in: return "(in" + contrary + ' ' + shape(tree, e.left) + words() + ')';
    case operation::equal: return binary("=");
    case operation::not_equal: return binary("!=");
    case operation::less: return binary("<");
    case operation::less_equal: return binary("<=");
    case operation::greater: return binary(">");
    case operation::greater_equal: return binary(">=");
    case operation::add: return binary("+");
    case operation::subtract: return binary("-");
    case operation::multiply: return binary("*");
    case operation::per:
        return "(per " + shape(tree, e.left) + ' ' + (e.digits.empty() ? "" : std::string(e.digits) + ' ') +
               shape(tree, e.right) + ')';
    case operation::negate: return "(not " + shape(tree, e.left) + ')';
    case operation::both: return binary("and");
    case operation::either: return binary("or");
    }
    return "?";
}

} // namespace tieuchi_tests
