// SPDX-License-Identifier: Apache-2.0
/// \file
/// Who is below whom, and what is wrong with that.
#pragma once

#include <tieuchi/impl/population/family.hpp>

#include <unordered_map>
#include <utility>

namespace tieuchi::impl::population {

diagnostic problem_with(const subject& one, std::string_view column, std::string code, std::string message, std::string help) {
    diagnostic made;
    made.code = std::move(code);
    made.message = std::move(message);
    made.help = std::move(help);
    made.where = one.where.empty() ? one.id : one.where;
    if (!column.empty()) {
        made.where += made.where.empty() ? "" : ": ";
        made.where += column;
    }
    return made;
}

raters find_raters(const std::vector<subject>& subjects) {
    raters made;
    std::unordered_map<std::string_view, std::size_t> known;
    made.of.reserve(subjects.size());
    for (const subject& one : subjects) {
        const auto [at, is_new] = known.try_emplace(one.rater, made.names.size());
        if (is_new) { made.names.push_back(one.rater); }
        made.of.push_back(at->second);
    }
    return made;
}

std::vector<std::size_t> count_by_rater(const std::vector<subject>& subjects, const raters& known,
                                        const std::vector<std::size_t>& list) {
    std::vector<std::size_t> counts(known.names.size(), 0);
    std::size_t anybody = 0;
    for (const std::size_t one : list) {
        if (subjects[one].parent_known) {
            ++counts[known.of[one]];
        } else {
            ++anybody;
        }
    }
    for (std::size_t& count : counts) { count += anybody; }
    return counts;
}

namespace {

/// The subjects of one rater by their ids.
using names = std::unordered_map<std::string_view, std::size_t>;

[[nodiscard]] std::string by_rater(const subject& one) { return one.rater.empty() ? "" : " by rater `" + one.rater + "`"; }

[[nodiscard]] std::vector<names> name_all(const std::vector<subject>& subjects, const family& shape,
                                          std::vector<subject_result>& results) {
    std::vector<names> by_id(shape.raters.names.size());
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const subject& one = subjects[i];
        if (!one.problems.empty()) { // refused already: one reason is enough
            by_id[shape.raters.of[i]].emplace(one.id, i);
        } else if (one.id.empty()) {
            results[i].problems.push_back(
                problem_with(one, "id", "E414", "a subject without an id", "give each subject an id of its own"));
        } else if (const auto [first, added] = by_id[shape.raters.of[i]].emplace(one.id, i); !added) {
            const subject& other = subjects[first->second];
            results[i].problems.push_back(problem_with(one, "id", "E411",
                                                       "a second subject `" + one.id + "`" + by_rater(one) +
                                                           (other.where.empty() ? "" : ", the first is at " + other.where),
                                                       "give each subject an id of its own"));
        }
    }
    return by_id;
}

/// Those whose parent is not known go to `lost`.
void find_parents(const std::vector<subject>& subjects, const std::vector<names>& by_id, family& made,
                  std::vector<subject_result>& results, std::vector<std::size_t>& lost) {
    made.parent.assign(subjects.size(), nowhere);
    made.children.resize(subjects.size());
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const subject& one = subjects[i];
        if (!one.parent_known) {
            lost.push_back(i);
            continue;
        }
        if (one.parent.empty()) { continue; }
        const names& known = by_id[made.raters.of[i]];
        const auto found = known.find(one.parent);
        if (found == known.end()) {
            lost.push_back(i);
            if (!one.problems.empty()) { continue; }
            results[i].problems.push_back(problem_with(
                one, "parent", "E412", "there is no subject `" + one.parent + "`" + by_rater(one) + " to be the parent",
                "leave it empty, or add that subject"));
            continue;
        }
        made.parent[i] = found->second;
        made.children[found->second].push_back(i);
    }
}

/// The subjects that stand on a circle of parents. Each has one parent: what is left after all that stand above nobody are taken away, again
/// and again, is exactly that.
[[nodiscard]] std::vector<std::size_t> circles(const family& shape) {
    std::vector<std::size_t> waiting;
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < shape.children.size(); ++i) {
        waiting.push_back(shape.children[i].size());
        if (waiting.back() == 0) { free.push_back(i); }
    }
    for (std::size_t next = 0; next < free.size(); ++next) {
        const std::size_t above = shape.parent[free[next]];
        if (above != nowhere && --waiting[above] == 0) { free.push_back(above); }
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (waiting[i] != 0) { found.push_back(i); }
    }
    return found;
}

void refuse_circles(const std::vector<subject>& subjects, const family& made, std::vector<subject_result>& results,
                    std::vector<std::size_t>& lost) {
    constexpr int most_named = 6;
    for (const std::size_t i : circles(made)) {
        lost.push_back(i);
        std::string path = "`" + subjects[i].id + "`";
        std::size_t at = made.parent[i];
        for (int named = 0; at != i && named < most_named; at = made.parent[at], ++named) {
            path += " is below `" + subjects[at].id + "`, which";
        }
        path += at == i ? " is below `" + subjects[i].id + "` again" : " … and so on";
        results[i].problems.push_back(problem_with(subjects[i], "parent", "E413", "the parents go round in a circle: " + path,
                                                   "a subject cannot be above itself"));
    }
}

} // namespace

family arrange(const std::vector<subject>& subjects, std::vector<subject_result>& results) {
    family made;
    made.raters = find_raters(subjects);
    const std::vector<names> by_id = name_all(subjects, made, results);
    std::vector<std::size_t> lost;
    find_parents(subjects, by_id, made, results, lost);
    refuse_circles(subjects, made, results, lost);
    made.lost = count_by_rater(subjects, made.raters, lost);
    return made;
}

} // namespace tieuchi::impl::population
