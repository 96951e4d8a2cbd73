// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/layers.h"

#include "architecture/sourcetree.h"

namespace orangery::architecture {

namespace {

// Every tab's feature is a layer of its own: none includes another.
Layer feature(const std::string& name)
{
    return {"features/" + name,
            {"core", "service", "storage", "audio", "documents"},
            {"QtGui", "QtConcurrent"},
            {}};
}

} // namespace

const std::vector<Layer>& layerTable()
{
    static const std::vector<Layer> table{
        // the mains first: a file's row goes before its folder's
        {"main.cpp", {"core", "service", "features", "gui", "app"}, {"QtGui", "QtWidgets"}, {}},
        {"cli/main.cpp", {"core", "service", "features", "cli", "app"}, {}, {}},
        {"sandbox/main.cpp", {"core", "httpserver", "sandbox", "app"}, {"QtGui"}, {}},

        {"core",
         {},
         {},
         {"QFile", "QDir", "QSaveFile", "QTemporary", "QProcess", "QSettings", "QLocalS", "QSharedMemory"}},
        {"net", {"core"}, {"QtNetwork", "QtWebSockets"}, {}},
        {"httpserver", {"core"}, {}, {"QJson"}},
        {"workersai", {"core", "net"}, {"QtNetwork"}, {}},
        {"storage", {"core"}, {"QtSql", "QtDBus"}, {}},
        {"audio", {"core"}, {"QtMultimedia", "QtConcurrent", "QtTextToSpeech"}, {}},
        {"documents", {"core"}, {"QtGui", "QtConcurrent", "QtXml"}, {}},
        {"service", {"core", "net", "workersai", "storage"}, {}, {"QJson"}},
        feature("chat"),
        feature("images"),
        feature("transcription"),
        feature("translation"),
        feature("usage"),
        feature("library"),
        {"gateway", {"core", "httpserver", "service", "features", "documents"}, {}, {}},
        {"sandbox", {"core", "httpserver"}, {"QtGui", "QtWebSockets"}, {}},
        {"cli", {"core", "service", "features"}, {}, {}},
        {"gui",
         {"core", "service", "features", "documents", "audio"},
         {"QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtPrintSupport", "QtDBus"},
         {"QJson"}},
        {"app",
         {"core", "net", "httpserver", "workersai", "storage", "audio", "documents", "service", "features",
          "gateway", "sandbox"},
         {"QtGui", "QtNetwork", "QtSql", "QtDBus", "QtConcurrent"},
         {}},
    };
    return table;
}

const std::vector<LibraryHome>& libraryTable()
{
    static const std::vector<LibraryHome> table{
        {"microhttpd.h", "httpserver", {}},  {"sqlite3.h", "storage", {}},    {"qt6keychain/", "storage", {}},
        {"cmark-gfm", "documents", {}},      {"srchilite/", "documents", {}}, {"cld2/", "documents", {}},
        {"quazip", "documents", {}},         {"poppler", "documents", {}},    {"libavformat/", "audio", {}},
        {"libavcodec/", "audio", {}},        {"libavutil/", "audio", {}},     {"libswresample/", "audio", {}},
        {"sndfile.h", "audio", {"sandbox"}}, {"qcustomplot.h", "gui", {}},    {"simdjson.h", "workersai", {}},
    };
    return table;
}

const Layer* layerOf(const std::string& path)
{
    for (const auto& layer : layerTable()) {
        if (isBelow(path, "src/" + layer.folder))
            return &layer;
    }
    return nullptr;
}

} // namespace orangery::architecture
