// SPDX-License-Identifier: Apache-2.0
// Definitions of parse.hpp, and of what recovery.hpp asks of the grammar.
#include "syntax/parse.hpp"

#include "base/utf8.hpp"
#include "syntax/grammar.hpp"
#include "syntax/recovery.hpp"
#include "syntax/state.hpp"

#include <algorithm>
#include <memory>
#include <span>

namespace TIEUCHI_NAMESPACE::impl::syntax {

namespace {

/// Parses by `rule` from `first` on, and gives where it ended.
template <class Rule, class Node>
iterator read_by(const Rule& rule, state& reading, iterator first, Node& node) {
    const grammar::context context(reading);
    rule.parse(first, reading.end(), context, grammar::x3::unused, node);
    return first;
}

/// Parses for what it tells alone. The node lies in the heap, for blocks are read in blocks.
template <class Node, class Rule>
iterator read_in_vain(const Rule& rule, state& reading, iterator first) {
    const auto node = std::make_unique<Node>();
    return read_by(rule, reading, first, *node);
}

/// Where the first statement ends.
iterator read_statement(state& reading, level where) {
    switch (where) {
    case level::file: return read_in_vain<std::vector<file_item>>(grammar::file_item, reading, reading.begin());
    case level::document: return read_in_vain<document>(grammar::document_item, reading, reading.begin());
    case level::standard: return read_in_vain<standard>(grammar::standard_item, reading, reading.begin());
    case level::facts: return read_in_vain<facts>(grammar::facts_item, reading, reading.begin());
    case level::criteria: return read_in_vain<criterion>(grammar::criteria_item, reading, reading.begin());
    case level::amendment: return read_in_vain<amendment>(grammar::amendment_item, reading, reading.begin());
    case level::example: return read_in_vain<example>(grammar::example_item, reading, reading.begin());
    }
    return reading.begin();
}

/// Of tokens of `source`, to which an end is added.
opening open(const source_ptr& source, level where, std::span<const token> tokens) {
    tree ignored;
    ignored.source = source;
    ignored.tokens.assign(tokens.begin(), tokens.end());
    ignored.tokens.emplace_back();
    diagnostics problems;
    const limits bounds{.diagnostics = 1};
    state reading(ignored, bounds, problems);
    iterator past = reading.begin();
    try {
        past = read_statement(reading, where);
    } catch (const grammar::x3::expectation_failure<iterator>&) { // as is to be expected
    } catch (const mistake&) {
    } catch (const refusal&) {}
    past = std::max(past, reading.furthest());
    return {static_cast<std::size_t>(past - reading.begin()), reading.missed_at(past)};
}

} // namespace

opening open_statement(const state& reading, level where, iterator at, std::size_t most) {
    const auto left = static_cast<std::size_t>(reading.end() - at);
    return open(reading.result().source, where, {at, std::min(most, left)});
}

lexeme_set expected_after(level where, std::initializer_list<lexeme> tokens) {
    static const auto nothing = std::make_shared<const source>("", "");
    std::vector<token> made_up;
    for (const lexeme kind : tokens) { made_up.push_back({0, 0, kind, false}); }
    return open(nothing, where, made_up).next;
}

iterator read_block(state& reading, level where, iterator at) {
    switch (where) {
    case level::file: break;
    case level::document: return read_in_vain<document>(grammar::document_block, reading, at);
    case level::standard: return read_in_vain<standard>(grammar::standard_block, reading, at);
    case level::facts: return read_in_vain<facts>(grammar::facts_block, reading, at);
    case level::criteria: return read_in_vain<criterion>(grammar::criteria_block, reading, at);
    case level::amendment: return read_in_vain<amendment>(grammar::amendment_block, reading, at);
    case level::example: return read_in_vain<example>(grammar::example_block, reading, at);
    }
    return at;
}

tree parse(const source_ptr& source, const limits& bounds, diagnostics& problems) {
    tree rules;
    rules.source = source;
    if (!check_bytes(source, bounds, problems)) { return rules; }
    rules.tokens = tokenize(source->text());
    state reading(rules, bounds, problems);
    reading.check_characters();
    if (reading.begin() == reading.end()) {
        const std::uint32_t at = source->text().starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0;
        reading.report(reading.error(say<diag::no_rules>(), {at, at}));
    } else if (!reading.stopped()) {
        read_by(grammar::file, reading, reading.begin(), rules.items);
    }
    reading.finish();
    return rules;
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
