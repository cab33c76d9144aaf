// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of parse.hpp.
#pragma once

#include <tieuchi/impl/syntax/grammar.hpp>
#include <tieuchi/impl/syntax/parse.hpp>
#include <tieuchi/impl/syntax/state.hpp>

namespace tieuchi::impl::syntax {

namespace {

/// Parses by `rule` from `first` on, and gives where it ended.
template <class Rule, class Made>
iterator read_by(const Rule& rule, state& in, iterator first, Made& made) {
    const grammar::skipper_context skipper(grammar::blank);
    const grammar::context context(in, skipper);
    rule.parse(first, in.end(), context, grammar::x3::unused, made);
    return first;
}

} // namespace

iterator read_block(state& in, level of, iterator at) {
    document in_document;
    standard in_standard;
    facts in_facts;
    criterion in_criterion;
    amendment in_amendment;
    example in_example;
    switch (of) {
    case level::file: break;
    case level::document: return read_by(grammar::document_block, in, at, in_document);
    case level::standard: return read_by(grammar::standard_block, in, at, in_standard);
    case level::facts: return read_by(grammar::facts_block, in, at, in_facts);
    case level::criteria: return read_by(grammar::criteria_block, in, at, in_criterion);
    case level::amendment: return read_by(grammar::amendment_block, in, at, in_amendment);
    case level::example: return read_by(grammar::example_block, in, at, in_example);
    }
    return at;
}

tree parse(const source_ptr& source, const limits& bounds, diagnostics& problems) {
    tree made;
    made.source = source;
    state in(made, bounds, problems);
    if (in.check_text()) { read_by(grammar::file, in, in.text_begin(), made.items); }
    in.finish();
    return made;
}

} // namespace tieuchi::impl::syntax
