# For the scripts here: finds a Java 25 or later, in "java", and sees to it that the module is built.
needed=25
java=
on_path=$(command -v java) && on_path=$(readlink -f "$on_path") || on_path=
for home in "${JAVA_HOME:-}" "${on_path%/*/*}" /usr/lib/jvm*/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null) || continue
    if [ "${version:-0}" -ge $needed ] && [ -x "$home/bin/java" ]; then
        java=$home/bin/java
        break
    fi
done
if [ -z "$java" ]; then
    echo "benchmarks: Java $needed or later is needed: install one, or set JAVA_HOME" >&2
    exit 2
fi
if [ ! -d "$here/target/classes" ]; then
    echo "benchmarks: build them first: mvn verify" >&2
    exit 2
fi
