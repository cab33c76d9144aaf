// SPDX-License-Identifier: Apache-2.0
// Rule files on disk: nothing that may hold rules is passed over in silence, and nothing is read twice.
#include "support/rules.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace test_files {

namespace {

namespace fs = std::filesystem;

/// A folder of its own, with two files of rules.
class rules_on_disk {
public:
    rules_on_disk() {
        std::string name = (fs::temp_directory_path() / "tieuchi.XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
        write("a.tieuchi", tests::head);
        write("deep/b.tieuchi", "part of \"1\"\nstandard s for body {\n  facts { a yes_no }\n  criterion 1 when a\n"
                                "  outcome met when every criterion is met\n  outcome not_met otherwise\n}\n");
    }
    ~rules_on_disk() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    rules_on_disk(const rules_on_disk&) = delete;
    rules_on_disk(rules_on_disk&&) = delete;
    rules_on_disk& operator=(const rules_on_disk&) = delete;
    rules_on_disk& operator=(rules_on_disk&&) = delete;

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    void link(const std::string& name, const std::string& to) const { fs::create_symlink(to, path_ / name); }

    [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] std::string root() const { return path_.string(); }

    /// What is read of it, or of paths below it.
    [[nodiscard]] std::vector<std::string> read(const std::vector<std::string>& below = {""}) const {
        std::vector<std::string> paths;
        for (const auto& one : below) { paths.push_back(one.empty() ? root() : at(one)); }
        const auto found = tieuchi::rulebook::read(paths);
        std::vector<std::string> told;
        for (const auto& one : found.sources) { told.push_back(short_name(one->name())); }
        for (const auto& one : found.problems) {
            told.push_back(one.code + " " + short_name(one.where) + ": " + one.message);
            CHECK(!one.help.empty());
        }
        const bool loads = tieuchi::rulebook::load_all(paths).has_value();
        CHECK(loads == found.problems.empty());
        return told;
    }

private:
    [[nodiscard]] std::string short_name(const std::string& name) const {
        return name.starts_with(root() + "/") ? name.substr(root().size() + 1) : name;
    }

    fs::path path_;
};

using told = std::vector<std::string>;

const told all{"a.tieuchi", "deep/b.tieuchi"};

told with(std::string problem) {
    told made = all;
    made.push_back(std::move(problem));
    return made;
}

} // namespace

TEST_CASE("a folder means the rule files below it; other endings, and names that begin with a point, are passed over") {
    const rules_on_disk here;
    here.write("notes.txt", "no rules");
    here.write("old.tieuchi.bak", "no rules");
    here.write("._a.tieuchi", "what macOS writes beside a file");
    here.write(".git/x.tieuchi", "no rules");
    here.link(".#a.tieuchi", "somebody@host.1234"); // what Emacs writes while a file is open
    CHECK(here.read() == all);
}

TEST_CASE("a Kubernetes ConfigMap is read by its names, once") {
    const rules_on_disk here;
    fs::rename(here.at("deep/b.tieuchi"), here.at("b.tieuchi"));
    fs::create_directory(here.at("..2022_11_15"));
    for (const char* const name : {"a.tieuchi", "b.tieuchi"}) {
        fs::rename(here.at(name), here.at(std::string("..2022_11_15/") + name));
        here.link(name, std::string("..data/") + name);
    }
    here.link("..data", "..2022_11_15");
    CHECK(here.read() == told{"a.tieuchi", "b.tieuchi"});
}

TEST_CASE("a file is read once, by however many paths it is reached") {
    const rules_on_disk here;
    CHECK(here.read({"", "deep", "deep/b.tieuchi", "deep/../a.tieuchi"}) == all);
    here.link("z.tieuchi", "a.tieuchi");
    fs::create_hard_link(here.at("a.tieuchi"), here.at("y.tieuchi"));
    CHECK(here.read() == all);
}

TEST_CASE("links to folders are followed, once, and circles end") {
    const rules_on_disk here;
    fs::create_directory(here.at("rules"));
    here.link("rules/first", "../deep");
    here.link("rules/second", "../deep");
    here.link("rules/up", "..");
    CHECK(here.read({"rules"}) == told{"rules/first/b.tieuchi", "rules/up/a.tieuchi"});
    CHECK(here.read() == all); // by their own names
}

TEST_CASE("a link that leads nowhere is told, whatever it is called") {
    for (const char* const name : {"gone.tieuchi", "deep/gone"}) {
        const rules_on_disk here;
        here.link(name, "nowhere");
        CHECK(here.read() == with("E505 " + std::string(name) + ": this link leads nowhere"));
    }
    const rules_on_disk here;
    here.link("loop", "loop");
    const told found = here.read();
    REQUIRE(found.size() == 3);
    CHECK(found.back().starts_with("E505 loop: it cannot be read: "));
}

TEST_CASE("pipes, sockets and devices that are called as rule files are told") {
    const rules_on_disk here;
    REQUIRE(::mkfifo(here.at("p.tieuchi").c_str(), 0600) == 0);
    REQUIRE(::mkfifo(here.at("log").c_str(), 0600) == 0); // is none of ours
    const int open = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, here.at("s.tieuchi").c_str(), sizeof address.sun_path - 1);
    REQUIRE(::bind(open, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0); // NOLINT: as sockets are
    here.link("t.tieuchi", "/dev/null");
    told expected = with("E505 p.tieuchi: this is a pipe and not a rule file");
    expected.emplace_back("E505 s.tieuchi: this is a socket and not a rule file");
    expected.emplace_back("E505 t.tieuchi: this is a device and not a rule file");
    CHECK(here.read() == expected);
    ::close(open);
}

TEST_CASE("an ending in capitals is told") {
    const rules_on_disk here;
    here.write("deep/C.TIEUCHI", "part of \"1\"");
    CHECK(here.read() == with("E509 deep/C.TIEUCHI: the name of this file ends in `.TIEUCHI`"));
    CHECK(here.read({"deep/C.TIEUCHI", ""}).front() == "deep/C.TIEUCHI"); // a file that is named is read, whatever it is called
}

TEST_CASE("a folder or a file that may not be read is told") {
    const rules_on_disk here;
    here.write("deep/closed/c.tieuchi", "part of \"1\"");
    here.write("shut.tieuchi", "part of \"1\"");
    fs::permissions(here.at("deep/closed"), fs::perms::none);
    fs::permissions(here.at("shut.tieuchi"), fs::perms::none);
    const auto check = [&] {
        const told found = here.read();
        return found == told{"a.tieuchi", "deep/b.tieuchi", "E505 deep/closed: the folder cannot be read: Permission denied",
                             "E505 shut.tieuchi: the file cannot be read"};
    };
    if (::geteuid() != 0) {
        CHECK(check());
    } else { // nothing is closed to root: somebody else looks
        fs::permissions(here.root(), fs::perms::all);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            constexpr uid_t nobody = 65534;
            const bool right = ::setuid(nobody) == 0 && check();
            ::_exit(right ? 0 : 1);
        }
        int status = 1;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    fs::permissions(here.at("deep/closed"), fs::perms::all);
}

TEST_CASE("a walk that fails on its way is told") {
    const rules_on_disk here;
    const fs::path was = fs::current_path();
    // A path longer than the system takes, made step by step.
    fs::current_path(here.root());
    const std::string name(200, 'x');
    for (int i = 0; i < 25; ++i) {
        fs::create_directory(name);
        fs::current_path(name);
    }
    std::ofstream("far.tieuchi") << "part of \"1\"";
    fs::current_path(was);
    const told found = here.read();
    REQUIRE(found.size() == 3);
    CHECK(found.back().starts_with("E505 " + name + "/" + name));
}

TEST_CASE("what is missing elsewhere because a file could not be read is no news") {
    const rules_on_disk here;
    fs::rename(here.at("a.tieuchi"), here.at("A.Tieuchi"));
    const auto loaded = tieuchi::rulebook::load(here.root());
    REQUIRE(!loaded);
    REQUIRE(loaded.error().size() == 1);
    CHECK(loaded.error()[0].code == "E509");
}

} // namespace test_files
