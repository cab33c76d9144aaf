// SPDX-License-Identifier: Apache-2.0
/// \file
/// A set of documents.
#pragma once

#include <tieuchi/document.hpp>
#include <tieuchi/limits.hpp>
#include <tieuchi/result.hpp>
#include <tieuchi/standard.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE {

struct test_report;

namespace impl {
struct rules;
struct access;
} // namespace impl

/// Which rules to assess by.
struct selection {
    date on{};                 ///< the day whose rules apply
    std::optional<int> year{}; ///< the year in which the facts' window closes; none: the year of `on`
    /// Readings chosen by name, `{"units_share", "each_kind"}`; those not named keep the default stated in the rules.
    std::vector<std::pair<std::string, std::string>> readings{};
    /// The province or other area whose rules apply beside those of the country, as documents name it after `place`, in any normal form;
    /// empty: those of the country alone.
    std::string jurisdiction{};
};

/// Rule files as they were read.
struct rule_files {
    std::vector<source_ptr> sources; ///< in the order in which they were found
    diagnostics problems;            ///< what could not be read; each names the file, folder or link
};

/// Documents checked together. Immutable and cheap to copy; any number of threads may share one.
class TIEUCHI_API rulebook {
public:
    /// Reads a rule file, or every `*.tieuchi` file below a folder, and checks them together. On failure every problem of every
    /// file is in the error. What `read` cannot read makes it fail.
    [[nodiscard]] static result<rulebook> load(const std::string& path, const limits& bounds = {});

    /// The same of several files and folders.
    [[nodiscard]] static result<rulebook> load_all(const std::vector<std::string>& paths, const limits& bounds = {});

    /// Reads files as they are, and of folders every `*.tieuchi` file below, in the order of their names. Links are followed, each folder is
    /// entered once, and a file is read once, by however many paths it is reached. Names in a folder that begin with `.` are ignored,
    /// and so are files with another ending. Anything else that cannot be read is a problem: a folder, a link that leads nowhere, a pipe or
    /// a device named like a rule file, an ending in capitals.
    [[nodiscard]] static rule_files read(const std::vector<std::string>& paths, const limits& bounds = {});

    /// Checks rules from memory.
    [[nodiscard]] static result<rulebook> parse(const std::vector<source_ptr>& sources, const limits& bounds = {});

    /// The version of a standard in force on `selection.on`. Errors: no such standard (with the nearest name), none in force that day, an
    /// unknown reading or option.
    [[nodiscard]] result<tieuchi::standard> standard(std::string_view name, const selection& selection) const;

    /// The standards for a kind of subject in force on `selection.on`, in the order of the rules; readings that none of them has are
    /// errors. Errors: no standard for that kind, none in force that day.
    [[nodiscard]] result<std::vector<tieuchi::standard>> standards_for(std::string_view kind, const selection& selection) const;

    /// Runs all examples. <tieuchi/examples.hpp> has the report.
    [[nodiscard]] test_report test() const;

    /// Names of all standards, each once.
    [[nodiscard]] std::vector<std::string> standard_names() const;
    /// Kinds of subject that some standard is for, each once.
    [[nodiscard]] std::vector<std::string> kinds() const;
    [[nodiscard]] std::vector<document> documents() const;
    /// Warnings found while checking.
    [[nodiscard]] const diagnostics& warnings() const& noexcept;
    [[nodiscard]] diagnostics warnings() const&& { return warnings(); }
    /// See `standard::digest`.
    [[nodiscard]] const std::string& digest() const& noexcept;
    [[nodiscard]] std::string digest() const&& { return digest(); }

private:
    friend struct impl::access;
    explicit rulebook(std::shared_ptr<const impl::rules> rules) noexcept : rules_(std::move(rules)) {}
    std::shared_ptr<const impl::rules> rules_;
};

} // namespace TIEUCHI_NAMESPACE
