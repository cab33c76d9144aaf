// SPDX-License-Identifier: Apache-2.0
/// \file
/// Many subjects of one standard at once, straight from Arrow memory and into it.
#pragma once

#include <tieuchi/arrow.hpp>
#include <tieuchi/diagnostic.hpp>
#include <tieuchi/result.hpp>
#include <tieuchi/standard.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace TIEUCHI_NAMESPACE {

namespace impl::arrow {
class assessor;
} // namespace impl::arrow

/// What to answer, and how. Only what is asked for is computed.
struct column_options {
    bool possible = false;    ///< the outcomes still possible
    bool total = true;        ///< of a scored standard
    bool adjustments = false; ///< those that surely changed the class
    bool findings = false;    ///< of every criterion: its status, and the points of a scored one
    bool reasons = false;     ///< the clauses that surely fell short, whatever the outcome, those that cost most first
    bool because =
        false; ///< why this outcome and not a better one: each row is explained by itself, which takes longer than all else

    /// Columns that are not facts and are ignored, such as an `id`; any other column that is not a fact is an error.
    std::vector<std::string> ignored_columns{};
    bool ignore_unknown_columns = false; ///< every column that is not a fact is ignored
    bool every_fact = false;             ///< a fact without a column is an error; else it is unknown in every row

    /// How many threads work on a batch, the caller's included. The answers do not depend on it.
    unsigned threads = 1;
    /// Runs work on threads of the host: calls `task(0)` … `task(count - 1)`, each once, and returns when all are done. Empty: the assessor
    /// starts threads of its own, and keeps them as long as it lives.
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& task)> run_tasks{};
    /// Receives the problems of values that were refused, row by row, at most `max_problems`; `where` is `row 12: staff`, rows from 0.
    std::function<void(const diagnostic&)> on_problem{};
    std::size_t max_problems = 100;
};

/// Assesses tables by one standard. Immutable; any number of threads may share one.
///
/// Data: a struct array whose children are facts, by their names. A null is unknown, and so are a NaN and a row that is null. yes_no: bool,
/// numbers 0 and 1, text; count, number, percent and judged: numbers and text, where numbers are int8 to int64, uint8 to uint64, float16,
/// float32 and float64 (each means its shortest decimal form), decimal32 to decimal256, and whole numbers of 128 bits as DuckDB (`arrow.opaque`) and
/// Polars (`_pli128`, `_plu128`) have them; date: date32, date64, timestamps without a time zone that are the beginning of a day, text; one_of and
/// the kind: text. Text is utf8, large_utf8 or string_view, and is read as facts::set reads it. Each may stand in a dictionary, and be run-end
/// encoded. A column without a value is unknown whatever its type is, since many tables have such a type for nothing; one of another type that has
/// values is an error, of the first batch that has some. A value that does not fit its fact is unknown, as are two that contradict each other; the
/// column `has_problems` says so. Offsets of texts that fall or go beyond the last, and ends of runs that do not rise, are an error of their batch.
///
/// Answers: a struct array with a row for each row of the data, in their order:
/// * `outcome`: dictionary<int8, utf8>, the name of the outcome; null where it is not decided;
/// * `decided`: bool;
/// * `has_problems`: bool, some value of the row was refused, contradicts another, and was taken for unknown, or is of another kind;
/// * `possible`: list<dictionary<int8, utf8>>, in the order of the rules;
/// * `total_least`, `total_most`: decimal128(38, 6), the same where the total is known;
/// * `adjustments`: list<dictionary<int16, utf8>>: `at most good 9.2`;
/// * for each criterion `status 2.1`: dictionary<int8, utf8> of `met`, `not_met`, `unknown`, `not_applicable`; of a scored one
///   `points_least 2.1`, `points_most 2.1`: decimal128(38, 6);
/// * `reasons`: list<dictionary<int32, utf8>> of clauses: of what was surely not met, or surely cost points, the smallest parts, those that
///   surely cost most first, else in the order of the rules; and beside it `points_lost`: list<dictionary<int32, decimal128(38, 6)>>,
///   what each costs at the least, 0 of those that give no points. Both have the same numbers: each stands for a clause and what it costs, so
///   that their dictionaries may hold a clause, or a number of points, more than once. These are shortcomings, not grounds: the best outcome can
///   have some.
/// * `because`: list<dictionary<int32, utf8>>, what `assessment::because` says of the row.
class TIEUCHI_API column_assessor {
public:
    explicit column_assessor(tieuchi::standard standard, column_options options = {});

    [[nodiscard]] tieuchi::standard standard() const noexcept;

    /// The type of the answers. The caller releases it.
    void answer_schema(ArrowSchema* out) const;

    /// Assesses a batch. `schema` stays the caller's; `rows` is taken over, and released whatever comes of it. The caller releases
    /// `answers`, which is released already when there is an error.
    [[nodiscard]] diagnostics assess(const ArrowSchema& schema, ArrowArray* rows, ArrowArray* answers) const;

    /// Assesses a stream batch by batch, as `answers` is read. `rows` is taken over. What is wrong with a later batch is reported by
    /// the stream: EINVAL, and `get_last_error`.
    [[nodiscard]] diagnostics assess(ArrowArrayStream* rows, ArrowArrayStream* answers) const;

private:
    std::shared_ptr<const impl::arrow::assessor> held_;
};

} // namespace TIEUCHI_NAMESPACE
