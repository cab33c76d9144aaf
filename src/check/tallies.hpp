// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts counted or read from sub-units.
#pragma once

#include "check/expressions.hpp"
#include "check/literals.hpp"
#include "check/pass.hpp"

#include <cstdint>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Finds the standards of sub-units, and what is read of them.
class tally_pass : public pass {
public:
    tally_pass(shared_scope& shared, literal_reader& literals, expression_checker& expressions)
        : pass(shared), literals_(literals), expressions_(expressions) {}

    void check_tallies(standard_scope& scope);

private:
    [[nodiscard]] standard_scope* standard_below(const standard_scope& scope, const declaration& from, const syntax::word& kind,
                                                 const syntax::tally& text);
    void check_sub_unit(standard_scope& below, const declaration& from, const syntax::tally& text, const fact& into,
                        tally::over& over);
    [[nodiscard]] std::int64_t tally_unit(const syntax::tree& file, const syntax::tally& text, const fact& into);

    literal_reader& literals_;
    expression_checker& expressions_;
};

} // namespace TIEUCHI_NAMESPACE::impl::check
