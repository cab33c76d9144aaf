// SPDX-License-Identifier: Apache-2.0
/// \file
/// What came of all the rows together.
#pragma once

#include "results.hpp"

#include <tieuchi/assessment.hpp>

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieuchi::cli {

/// Counts the answers of a run and tells them. Every subject is counted once for each standard that assessed it, and once when
/// it was refused.
class summary {
public:
    /// `kinds` are those that some standard is for; others are counted together.
    summary(const std::vector<std::string>& kinds, std::string language);

    void add(const result_row& row, const subject_result& result);
    void add(const quota_result& result, const population_answers& answers);

    /// Several lines of text: subjects by kind and outcome, by level where there are levels, the clauses most often not met, what quotas
    /// come to where there are any, the subjects still undecided, and the rows. Outcomes are those after quotas.
    [[nodiscard]] std::string text(date on) const;

private:
    /// How many got what: `counts[row][column]`, rows by name in order of appearance.
    struct cross_table {
        std::vector<std::string> rows;
        std::map<std::string, std::map<std::string, std::size_t>> counts;
        void add(const std::string& row, const std::string& column);
    };
    struct clause_count {
        std::size_t count = 0;
        std::string standard;
        std::string clause;
        std::string title;
    };

    void note_standard(const standard& by);
    void add_clauses(const assessment& answer);
    void append_table(std::string& to, const cross_table& table, std::string_view heading, std::string_view first) const;
    void append_clauses(std::string& to) const;
    void append_quotas(std::string& to) const;
    void add_undecided(const result_row& row, const subject_result& result, std::size_t at);
    void append_undecided(std::string& to) const;

    std::set<std::string> kinds_;
    std::set<std::string> standards_; ///< those met so far
    std::string language_;
    cross_table by_kind_;
    cross_table by_level_;
    bool has_levels_ = false;
    std::vector<std::pair<std::string, std::string>> outcomes_; ///< names met so far with their labels, in the order of the rules
    std::map<std::pair<std::string, std::string>, clause_count> clauses_;
    std::map<std::string, std::string> documents_; ///< number and status of those met so far
    std::vector<std::string> quotas_;              ///< a line each, and lines of the subjects that they leave open
    std::vector<std::string> first_undecided_;
    std::size_t undecided_ = 0;
    std::size_t answered_ = 0;
    std::size_t refused_ = 0;
};

} // namespace tieuchi::cli
