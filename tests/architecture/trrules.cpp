// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/trrules.h"

#include "architecture/texttools.h"

#include <algorithm>

namespace orangery::architecture {

namespace {

// What puts its argument before a person's eyes or ears.
const std::string shows = "setText|setPlainText|setMarkdown|setHtml|setTitle|setSubTitle|setWindowTitle|"
                          "setToolTip|setStatusTip|setWhatsThis|"
                          "setPlaceholderText|setAccessibleName|setAccessibleDescription|setInformativeText|"
                          "setDetailedText|setLabelText|"
                          "setButtonText|setHeaderLabels|setHorizontalHeaderLabels|setPrefix|setSuffix|"
                          "setSpecialValueText|addAction|addMenu|"
                          "addButton|addItem|addItems|addTab|insertTab|setTabText|setItemText|addRow|"
                          "showMessage|information|warning|critical|"
                          "question|getOpenFileName|getSaveFileName|getOpenFileNames|getExistingDirectory|"
                          "QPushButton|QToolButton|QLabel|"
                          "QAction|QCheckBox|QRadioButton|QGroupBox|QMenu|QDockWidget";

// Calls whose literals are names for the program, or translated already.
const std::string excuses =
    "tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP|QKeySequence|setObjectName|fromTheme|icon|Icon|"
    "themeIcon|QIcon|QPixmap|property|setProperty|findChild|invokeMethod|connect";

// A name for the program (an icon's, an object's) among the arguments of a call that takes a text as well.
bool isNameBesideText(const SourceFile& file, const Call& call, const Literal& literal)
{
    static const std::regex name("[a-z][A-Za-z0-9._:/-]*");
    const auto arguments = file.plain.substr(call.argumentsBegin, call.argumentsEnd - call.argumentsBegin);
    return std::regex_match(literal.value, name) && arguments.find(',') != std::string::npos;
}

bool isExcused(const SourceFile& file, const Call& call, const Literal& literal)
{
    const auto inner = calls(file, excuses, call.argumentsBegin, call.argumentsEnd);
    const auto covers = [&literal](const Call& excuse) {
        return literal.offset >= excuse.argumentsBegin && literal.offset < excuse.argumentsEnd;
    };
    return std::any_of(inner.begin(), inner.end(), covers) || literal.value == "Orangery" ||
           isNameBesideText(file, call, literal) ||
           file.lineAt(literal.offset).find("// untranslated: ") != std::string::npos;
}

void check(const SourceFile& file, Findings& findings)
{
    for (const auto& call : calls(file, shows)) {
        for (const auto& literal : file.literals) {
            if (literal.offset < call.argumentsBegin || literal.offset >= call.argumentsEnd)
                continue;
            if (hasWord(literal.value) && !isExcused(file, call, literal))
                findings.push_back(file.where(literal.offset) + ": " + call.name + " shows \"" +
                                   literal.value + "\" without tr()");
        }
    }
    // a call within a call would be named twice
    std::sort(findings.begin(), findings.end());
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
}

} // namespace

Findings untranslatedStrings(const SourceTree& tree)
{
    Findings findings;
    for (const char* folder : {"src/gui", "src/features", "src/app", "src/main.cpp"}) {
        for (const SourceFile* file : tree.below(folder))
            check(*file, findings);
    }
    return findings;
}

Findings untranslatedForms(const SourceTree& tree)
{
    static const std::regex marked(R"re(<string[^>]*notr="true"[^>]*>([^<]*)</string>)re");
    // an address, a file name, an id: the same in every language
    static const std::regex sample(R"(\S*[.:/@_-]\S*)");
    Findings findings;
    for (const auto& [path, text] : tree.others()) {
        if (!path.ends_with(".ui"))
            continue;
        for (std::sregex_iterator it(text.begin(), text.end(), marked), none; it != none; ++it) {
            if (hasWord((*it)[1].str()) && !std::regex_match((*it)[1].str(), sample))
                findings.push_back(path + ": \"" + (*it)[1].str() + "\" is marked as not to be translated");
        }
        if (text.find("\"styleSheet\"") != std::string::npos)
            findings.push_back(path + ": a style sheet; looks belong to gui/style");
    }
    return findings;
}

} // namespace orangery::architecture
