// SPDX-License-Identifier: Apache-2.0
/// \file
/// Outcomes of other standards.
#pragma once

#include "check/literals.hpp"
#include "check/pass.hpp"
#include "check/resolve.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Makes facts of the outcomes of other standards, and finds standards that ask for each other's.
class link_resolver : public pass {
public:
    link_resolver(shared_scope& shared, literal_reader& literals, name_resolver& names)
        : pass(shared), literals_(literals), names_(names) {}

    index link_of(const context& where, const syntax::expression& e);
    void check_cycles();

private:
    [[nodiscard]] const std::vector<option>& linked_options(std::string_view standard);
    [[nodiscard]] std::vector<std::string> kinds_of_both(const standard_scope& scope, std::string_view other) const;
    [[nodiscard]] labels linked_label(std::string_view standard, bool of_parent);
    [[nodiscard]] std::vector<std::vector<asking>> find_questions() const;
    void report_path(std::size_t from, const asking& first, std::vector<std::size_t> path);
    void report_cycle(std::size_t from, const asking& first, const std::vector<std::size_t>& cycle);

    literal_reader& literals_;
    name_resolver& names_;
    std::map<std::string, std::vector<option>, std::less<>> linked_; // the outcomes of other standards
    std::set<std::string, std::less<>> unordered_links_;             // those whose versions contradict each other
};

} // namespace TIEUCHI_NAMESPACE::impl::check
