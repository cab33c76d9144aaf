// SPDX-License-Identifier: Apache-2.0
/// \file
/// What is declared and not used, and what is used in two ways.
#pragma once

#include "check/pass.hpp"

#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Looks in rules without errors for what no rule reads, criteria that decide nothing, different facts of one name, and shares of nothing.
class usage_pass : public pass {
public:
    explicit usage_pass(shared_scope& shared) : pass(shared) {}

    void check_namesakes();
    void check_namesakes(const std::vector<namesake>& all);
    bool check_namesakes(const std::vector<namesake>& all, namesake_part part);
    void check_use();
    void check_use(const std::vector<const standard_scope*>& versions);
    void check_shared_use(const document_scope& scope);
    void check_silence();

private:
    void report_namesake(const namesake& here, const namesake& other, std::string_view kind, namesake_part part);
    void check_criteria_count(const std::vector<const standard_scope*>& versions);
    void warn_of_silence(const standard_scope& scope, const deciding& by, const shares_of_nothing::silence& found);
};

} // namespace TIEUCHI_NAMESPACE::impl::check
