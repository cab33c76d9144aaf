// SPDX-License-Identifier: Apache-2.0
// Definitions of <tieuchi/population.hpp>.
#include "base/log.hpp"
#include "population/run.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

namespace impl::population {

namespace {

constexpr std::array<std::string_view, 3> key_columns{"id", "parent", "rater"};

/// A subject for which one of these is wrong may belong to any body, of any rater.
[[nodiscard]] bool hides_parent(const misnomer& name) { return name.column != key_columns.front(); }

} // namespace

row_subjects::row_subjects(const std::vector<subject>& rows) : rows_(rows) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const std::array<const std::string*, key_columns.size()> written{&rows_[i].id, &rows_[i].parent, &rows_[i].rater};
        const auto is_plain = [](const std::string* name) { return names::is_plain(*name); };
        if (std::all_of(written.begin(), written.end(), is_plain)) { continue; } // as mostly
        std::array<std::string, key_columns.size()> form;
        for (std::size_t at = 0; at < written.size(); ++at) {
            if (const auto why = names::fault_of(*written[at])) { misnamed_[i].push_back({key_columns[at], *why}); }
            form[at] = names::composed(*written[at]);
        }
        composed_.emplace(i, std::move(form));
    }
}

subject_record row_subjects::at(std::size_t subject) const {
    const tieuchi::subject& row = rows_[subject];
    subject_record record{row.id, row.parent, row.rater, row.parent_known, row.problems.empty()};
    const auto other = composed_.find(subject);
    if (other == composed_.end()) { return record; }
    record.id = other->second[0];
    record.parent = other->second[1];
    record.rater = other->second[2];
    if (const auto wrong = misnamed_.find(subject); wrong != misnamed_.end()) {
        record.readable = false;
        record.parent_known = record.parent_known && std::none_of(wrong->second.begin(), wrong->second.end(), hides_parent);
    }
    return record;
}

} // namespace impl::population

population::population(rulebook rules, selection selection) : rules_(std::move(rules)), selection_(std::move(selection)) {}

void population::add(subject row) { subjects_.push_back(std::move(row)); }

result<std::vector<subject_result>> population::assess(progress on_progress) const {
    auto standards = impl::population::standards_in_force(rules_, selection_);
    if (!standards) { return standards.error(); }
    std::vector<subject_result> results = run(*this, *std::move(standards)).assess(on_progress);
    std::vector<std::vector<outcome_set>> left;
    left.reserve(results.size());
    for (subject_result& each : results) { left.push_back(std::move(each.outcomes)); }
    static_cast<void>(run::apply_quotas(*this, results, left));
    for (std::size_t i = 0; i < results.size(); ++i) { results[i].outcomes = std::move(left[i]); }
    if (const auto log = impl::logger()) {
        log->info("tieuchi: {} subjects assessed by the rules of {}", subjects_.size(), to_string(selection_.on));
    }
    return results;
}

std::vector<quota_result> population::quotas(const std::vector<subject_result>& results) const {
    std::vector<std::vector<outcome_set>> left;
    left.reserve(results.size());
    for (const subject_result& each : results) {
        std::vector<outcome_set>& own = left.emplace_back();
        for (const assessment& answer : each.assessments) { own.push_back(answer.outcomes()); }
    }
    return run::apply_quotas(*this, results, left);
}

} // namespace TIEUCHI_NAMESPACE
