// SPDX-License-Identifier: Apache-2.0
// Definitions of parse.hpp.
#include "syntax/parse.hpp"

#include "syntax/grammar.hpp"
#include "syntax/state.hpp"

#include <memory>

namespace TIEUCHI_NAMESPACE::impl::syntax {

namespace {

/// Parses by `rule` from `first` on, and gives where it ended.
template <class Rule, class Made>
iterator read_by(const Rule& rule, state& in, iterator first, Made& made) {
    const grammar::skipper_context skipper(grammar::blank);
    const grammar::context context(in, skipper);
    rule.parse(first, in.end(), context, grammar::x3::unused, made);
    return first;
}

/// Parses a block for its mistakes alone. What is made of it lies in the heap, for blocks are read in blocks.
template <class Made, class Rule>
iterator read_in_vain(const Rule& rule, state& in, iterator first) {
    const auto made = std::make_unique<Made>();
    return read_by(rule, in, first, *made);
}

} // namespace

iterator read_block(state& in, level of, iterator at) {
    switch (of) {
    case level::file: break;
    case level::document: return read_in_vain<document>(grammar::document_block, in, at);
    case level::standard: return read_in_vain<standard>(grammar::standard_block, in, at);
    case level::facts: return read_in_vain<facts>(grammar::facts_block, in, at);
    case level::criteria: return read_in_vain<criterion>(grammar::criteria_block, in, at);
    case level::amendment: return read_in_vain<amendment>(grammar::amendment_block, in, at);
    case level::example: return read_in_vain<example>(grammar::example_block, in, at);
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

} // namespace TIEUCHI_NAMESPACE::impl::syntax
