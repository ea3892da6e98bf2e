#!/bin/sh
# Whether a commit gives the same archives and JARs, byte by byte, whenever and wherever it is built: builds it twice, in
# two folders, one of which has a space in its name, and compares. The last commit is built, not what is edited.
#   cnf/checks/reproducible.sh [COMMIT]      MAVEN_OPTIONS=-o needs no network
# Exit code 1 if something differs; the two folders are then kept, and named.
set -eu

root=$(cd -P "$(dirname "$0")/../.." && pwd)
commit=$(git -C "$root" rev-parse --verify "${1:-HEAD}^{commit}")
work=$(mktemp -d)

# Builds it in the folder given; its products' checksums go to a file beside it. Times differ by more than a ZIP can tell.
build() {
    git clone --quiet --no-checkout "$root" "$1"
    git -C "$1" checkout --quiet "$commit"
    # shellcheck disable=SC2086
    (cd "$1" && TZ=$3 mvn -B -q ${MAVEN_OPTIONS:-} -Dmaven.test.skip=true -pl '!cnf/format,!cnf/checks,!distribution/docs,!distribution/itests' package)
    (cd "$1" && find . \( -path '*/target/*.jar' -o -path '*/target/*.zip' -o -path '*/target/*.tar.gz' \
        -o -path '*/runtime/target/fastsocket/*' \) -type f ! -path '*/client/node_modules/*' ! -path '*/target/classes/*' \
        -exec sha256sum {} +) | sort -k 2 >"$work/$2"
}

echo "Building $commit twice: some minutes each"
build "$work/one" first.txt UTC
build "$work/the other" second.txt Pacific/Auckland

if cmp -s "$work/first.txt" "$work/second.txt"; then
    echo "The same, byte by byte: $(grep -c . "$work/first.txt") files, among them"
    grep 'distribution/target/' "$work/first.txt"
    rm -rf "$work"
else
    echo "Not the same:"
    diff "$work/first.txt" "$work/second.txt" | sed -n 's/^[<>] [0-9a-f]* //p' | sort -u
    echo "See $work"
    exit 1
fi
