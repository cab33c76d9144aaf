// SPDX-License-Identifier: Apache-2.0
/// \file
/// Answers, facts, problems and reports as JSON, for programs in any language. Each returns one object or array in one line of UTF-8, with its
/// keys in a fixed order and decimals as strings, to stay exact. Facts are read from JSON by `facts::from_json`.
#pragma once

#include <tieuchi/comparison.hpp>
#include <tieuchi/diagnostic.hpp>
#include <tieuchi/examples.hpp>
#include <tieuchi/explain.hpp>
#include <tieuchi/facts.hpp>

#include <string>
#include <string_view>

namespace TIEUCHI_NAMESPACE {

/// The assessment, after docs/assessment.schema.json.
[[nodiscard]] TIEUCHI_API std::string to_json(const assessment& answer, const explain_options& options = {});

/// What is still to be asked, most decisive first, after docs/questions.schema.json. Questions are worded in `language`, where the rules have
/// them so.
[[nodiscard]] TIEUCHI_API std::string questions_to_json(const assessment& answer, std::string_view language = "en");

/// The facts that are known, exactly or within bounds, after docs/facts.schema.json. `facts::from_json` reads them back as they are; what was
/// refused is not among them.
[[nodiscard]] TIEUCHI_API std::string to_json(const facts& known);

/// The problems in their order, after docs/diagnostics.schema.json.
[[nodiscard]] TIEUCHI_API std::string to_json(const diagnostics& problems);

/// What came of the examples, after docs/test.schema.json.
[[nodiscard]] TIEUCHI_API std::string to_json(const test_report& report);

/// What differs between two answers, after docs/comparison.schema.json, which calls them by the names given.
[[nodiscard]] TIEUCHI_API std::string to_json(const comparison& comparison, std::string_view first_name,
                                              std::string_view second_name);

/// What differs between two versions of a standard, after docs/differences.schema.json.
[[nodiscard]] TIEUCHI_API std::string differences_to_json(const standard& before, const standard& after);

} // namespace TIEUCHI_NAMESPACE
