// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi fmt`: rule files in their canonical layout.
#include "command.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "text.hpp"

#include <tieuchi/format.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace tieuchi::cli {

namespace {

struct fmt_options {
    std::vector<std::string> paths;
    bool check = false;
};

/// The rule files below a folder; any other path is a file, whatever it is called.
[[nodiscard]] result<std::vector<std::string>> files_at(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code failed;
    if (!fs::is_directory(path, failed)) { return std::vector<std::string>{path}; }
    std::vector<std::string> files;
    for (fs::recursive_directory_iterator one(path, failed), end; !failed && one != end; one.increment(failed)) {
        std::error_code no_file;
        if (one->path().extension() == ".tieuchi" && one->is_regular_file(no_file)) {
            files.push_back(one->path().generic_string());
        }
    }
    if (failed) { return diagnostics{problem("E430", path, "the folder cannot be read: " + failed.message())}; }
    if (files.empty()) {
        return diagnostics{problem("E506", path, "there is no rule file in this folder", "rule files end in `.tieuchi`")};
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// One run: over all files, whatever is wrong with one of them.
class formatting {
public:
    explicit formatting(bool only_check) : only_check_(only_check) {}

    void add(const std::string& path) {
        const auto files = files_at(path);
        if (!files) { return fail(files.error()); }
        for (const std::string& one : *files) { format_file(one); }
    }

    [[nodiscard]] exit_code result() const {
        return failed_ || (only_check_ && differs_) ? exit_code::problems : exit_code::fine;
    }

private:
    void format_file(const std::string& path) {
        const auto text = read_bytes(path);
        if (!text) { return fail(text.error()); }
        const auto made = format(std::make_shared<const source>(shown_name(path), *text));
        if (!made) { return fail(made.error()); }
        const bool to_output = path == "-" && !only_check_;
        if (*made == *text && !to_output) { return; }
        differs_ = true;
        if (!only_check_) {
            if (const auto problems = write_whole(path, *made); !problems.empty()) { return fail(problems); }
        }
        if (!to_output) { std::cout << shown_name(path) << '\n'; }
    }

    void fail(const diagnostics& problems) {
        report(problems);
        failed_ = true;
    }

    bool only_check_;
    bool differs_ = false;
    bool failed_ = false;
};

[[nodiscard]] exit_code format_all(const fmt_options& options) {
    formatting all(options.check);
    for (const std::string& path : options.paths) { all.add(path); }
    return all.result();
}

} // namespace

void add_fmt(CLI::App& app, action& chosen) {
    auto options = std::make_shared<fmt_options>();
    CLI::App* const command = app.add_subcommand("fmt", "Put rule files into their canonical layout and name those that changed");
    command
        ->add_option("PATH", options->paths,
                     "Rule files, or folders with rule files (*.tieuchi); -: from the standard input to the output")
        ->required()
        ->type_name("");
    command->add_flag("--check", options->check,
                      "Change nothing; name the files that are not in that layout, and leave with 1 if there are any");
    command->footer("Examples:\n"
                    "  tieuchi fmt dsl/vn\n"
                    "  tieuchi fmt --check dsl examples");
    command->callback([options, &chosen] { chosen = {[options] { return format_all(*options); }}; });
}

} // namespace tieuchi::cli
