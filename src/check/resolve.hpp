// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts, quantities and readings, found by name.
#pragma once

#include "check/literals.hpp"
#include "check/pass.hpp"

#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Checks the expression of a quantity. Resolving a name may mean checking a quantity, whose expression names others: this is the one
/// cycle among the passes, and the resolver knows the later pass by this interface only.
class quantity_checker {
public:
    /// False where something was wrong, which has been reported.
    [[nodiscard]] virtual bool check_quantity(const context& where, const syntax::quantity& text, symbol& as,
                                              const syntax::tree& file) = 0;

    quantity_checker() = default;
    quantity_checker(const quantity_checker&) = delete;
    quantity_checker(quantity_checker&&) = delete;
    quantity_checker& operator=(const quantity_checker&) = delete;
    quantity_checker& operator=(quantity_checker&&) = delete;
    virtual ~quantity_checker() = default;
};

/// Begins the name that a fact of the period before has in data: `previous staff` is `previous_staff` there.
inline constexpr std::string_view previous_prefix = "previous_";

/// Finds what a name means, and binds it in the standard that uses it.
class name_resolver : public pass {
public:
    name_resolver(shared_scope& shared, literal_reader& literals) : pass(shared), literals_(literals) {}

    void set_quantities(quantity_checker& checker) { quantities_ = &checker; }

    symbol* resolve(const context& where, const syntax::word& name);
    symbol* bind(const context& where, const declaration& declared);
    void bind_bounds(standard_scope& scope);
    [[nodiscard]] bool is_bounded_by(const standard_scope& scope, index part, index whole) const;
    index previous_of(const context& where, const syntax::word& name);
    void bind_parts(const context& where, const declaration& declared);
    index add_fact(const context& where, tieuchi::fact declared, const declared_fact& from);

private:
    [[nodiscard]] bool check_tally_type(const syntax::tree& file, const syntax::tally& text, const fact& into);
    [[nodiscard]] tieuchi::fact make_fact(const syntax::tree& file, const syntax::fact& text);
    void set_type(tieuchi::fact& declared, const syntax::tree& file, const syntax::type& text);
    void set_scale(tieuchi::fact& declared, const syntax::tree& file, const syntax::number& text);
    void set_bound(const tieuchi::fact& declared, decimal& side, const syntax::tree& file, const syntax::number& text);
    [[nodiscard]] tieuchi::reading make_reading(const syntax::tree& file, const syntax::reading& text);
    [[nodiscard]] std::vector<option> make_options(const syntax::tree& file, const std::vector<syntax::option>& options);
    void bind_bound(standard_scope& scope, index at);
    void bound_by_others(standard_scope& names, const declaration& declared, tieuchi::fact& result);
    [[nodiscard]] const declaration* bounding(const standard_scope& names, const declaration& declared) const;
    [[nodiscard]] const declaration* find_bounding(const standard_scope& names, const declaration& declared) const;
    [[nodiscard]] std::vector<const declaration*> parts_of(const context& where, const declaration& declared) const;

    literal_reader& literals_;
    quantity_checker* quantities_ = nullptr;
    mutable std::map<std::pair<const standard_scope*, const declaration*>, const declaration*> bounding_;
};

} // namespace TIEUCHI_NAMESPACE::impl::check
