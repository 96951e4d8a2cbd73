# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the scripts of this folder; sourced, never run.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
jobs=$(nproc 2>/dev/null || echo 2)

# One cache serves every clone: paths below the source tree are hashed relative to it.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$top} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1} CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-3G}
if [[ -z ${HOME:-} ]]; then export CCACHE_DIR=${CCACHE_DIR:-$top/build/ccache}; fi

say() { printf 'orangery: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# logged LOG COMMAND…: the command's output goes to LOG, and is shown only when the command fails.
# A compiler's first error stands at the first FAILED line; what comes before it is progress.
logged() {
    local log=$1 status=0; shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    ((status == 0)) && return 0
    local from
    from=$(grep -n -m1 -E '^(FAILED:|CMake Error)' "$log" | cut -d: -f1 || true)
    if [[ -n $from ]]; then sed -n "$from,$((from + 150))p" "$log" >&2; else tail -n 60 "$log" >&2; fi
    say "failed (exit $status): $1 … The whole output: $log"
    return "$status"
}

# configure PRESET [CMAKE ARGUMENTS…]: runs CMake only where it did not run yet with these arguments and these presets.
# What CMakeLists.txt files say later is the build's own business: ninja runs CMake again by itself.
configure() {
    local preset=$1; shift
    local folder=$top/build/$preset stamp
    stamp=$(printf '%s\n' "$top" "$@"; cat "$top/CMakePresets.json")
    if [[ -f $folder/build.ninja && -f $folder/.configured && $(<"$folder/.configured") == "$stamp" ]]; then return 0; fi
    if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$folder/CMakeCache.txt"; then
        say "build/$preset was made for another folder; making it anew"
        rm -rf "$folder"
    fi
    mkdir -p "$folder"
    say "configuring $preset"
    (cd "$top" && logged "$top/build/logs/configure-$preset.log" cmake --preset "$preset" "$@") || return
    printf '%s\n' "$stamp" >"$folder/.configured"
}

# build PRESET [TARGET…]: silent when nothing changed; on a terminal ninja shows its progress.
build() {
    local preset=$1; shift
    local folder=$top/build/$preset pending
    pending=$(ninja -C "$folder" -n "$@" 2>/dev/null | tail -n 1) || true
    [[ $pending == "ninja: no work to do." ]] && return 0
    say "building $preset${*:+ ($*)}"
    if [[ -t 1 ]]; then
        ninja -C "$folder" -j "$jobs" "$@" || die "the build of $preset failed: see the first FAILED above"
    else
        logged "$top/build/logs/build-$preset.log" ninja -C "$folder" -j "$jobs" "$@"
    fi
}
