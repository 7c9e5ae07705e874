# The tools and packages of the checker, found or installed. To be sourced.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../tools.sh"
need_report_tools
CHROMIUM=$(browser_path)
REPORT_CHECKER_PACKAGES=$here/../../build/report-checker
export CHROMIUM REPORT_CHECKER_PACKAGES

# Packages are installed again only when the list of their versions has changed.
if ! cmp -s "$here/package-lock.json" "$REPORT_CHECKER_PACKAGES/installed.json"; then
  mkdir -p "$REPORT_CHECKER_PACKAGES"
  cp "$here/package.json" "$here/package-lock.json" "$REPORT_CHECKER_PACKAGES"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix "$REPORT_CHECKER_PACKAGES" \
    --no-audit --no-fund --ignore-scripts --loglevel=error >&2
  cp "$here/package-lock.json" "$REPORT_CHECKER_PACKAGES/installed.json"
fi
