// SPDX-License-Identifier: Apache-2.0
/// \file
/// `tieuchi fmt`: rule files in their canonical layout.
#include "command.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "text.hpp"

#include <tieuchi/format.hpp>
#include <tieuchi/rulebook.hpp>

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace tieuchi::cli {

namespace {

struct fmt_options {
    std::vector<std::string> paths;
    bool check = false;
};

/// One run: over all files, whatever is wrong with one of them.
class formatting {
public:
    explicit formatting(bool only_check) : only_check_(only_check) {}

    /// Files and folders, as the library reads them: what it cannot read is told, and the rest is formatted.
    void add_files(const std::vector<std::string>& paths) {
        const rule_files read = rulebook::read(paths);
        if (!read.problems.empty()) { fail(read.problems); }
        for (const source_ptr& file : read.sources) { format_text(file, file->name()); }
    }

    void add_input() {
        const auto text = read_bytes("-");
        if (!text) { return fail(text.error()); }
        format_text(std::make_shared<const source>(shown_name("-"), *text), "-");
    }

    [[nodiscard]] exit_code result() const {
        return failed_ || (only_check_ && differs_) ? exit_code::problems : exit_code::fine;
    }

private:
    void format_text(const source_ptr& given, const std::string& path) {
        const auto formatted = format(given);
        if (!formatted) { return fail(formatted.error()); }
        const bool to_output = path == "-" && !only_check_;
        if (*formatted == given->text() && !to_output) { return; }
        differs_ = true;
        if (!only_check_) {
            if (const auto problems = write_whole(path, *formatted); !problems.empty()) { return fail(problems); }
        }
        if (!to_output) { std::cout << given->name() << '\n'; }
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
    formatting run(options.check);
    std::vector<std::string> files;
    for (const std::string& path : options.paths) {
        if (path != "-") { files.push_back(path); }
    }
    if (files.size() != options.paths.size()) { run.add_input(); }
    if (!files.empty()) { run.add_files(files); }
    return run.result();
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
                      "Change nothing; name the files that are not in that layout, and exit with 1 if there are any");
    command->footer("Examples:\n"
                    "  tieuchi fmt dsl/vn\n"
                    "  tieuchi fmt --check dsl examples");
    command->callback([options, &chosen] { chosen = {[options] { return format_all(*options); }}; });
}

} // namespace tieuchi::cli
