# Independent judges of the leaflets, each a function of a folder of PDFs. They end with 1 if they find a fault, and with
# 0, saying so loudly, where their program is missing. To be sourced.

skipped() { printf '!!! SKIPPED: %s\n' "$1"; }

# Prints the number of leaflets; a folder without any is a fault.
count_leaflets() {
  find "$1" -name '*.pdf' | wc -l | grep -v '^0$'
}

check_with_qpdf() {
  if ! command -v qpdf >/dev/null; then skipped 'there is no qpdf here' && return; fi
  count_leaflets "$1" >/dev/null || return 1
  # qpdf ends with 3 for a warning; that too is a fault here.
  find "$1" -name '*.pdf' -print0 |
    xargs -0 -n 8 -P "$(nproc)" bash -c 'for f; do out=$(qpdf --check "$f" 2>&1) || { printf "%s\n" "$out"; exit 1; }; done' qpdf
}

check_with_ghostscript() {
  if ! command -v gs >/dev/null; then skipped 'there is no Ghostscript here' && return; fi
  count_leaflets "$1" >/dev/null || return 1
  local said
  said=$(find "$1" -name '*.pdf' -print0 | xargs -0 -n 16 -P "$(nproc)" \
    gs -q -dBATCH -dNOPAUSE -dSAFER -sDEVICE=nullpage -dPDFSTOPONERROR -dPDFSTOPONWARNING 2>&1) ||
    { printf '%s\n' "$said" && return 1; }
  # What it says about a good file is nothing.
  [ -z "$said" ] || { printf '%s\n' "$said" && return 1; }
}

check_with_pdfium() {
  count_leaflets "$1" >/dev/null || return 1
  find "$1" -name '*.pdf' -print0 | xargs -0 -n 40 -P "$(nproc)" node .ci/pdfium.js
}

# PDF/UA-1 and PDF/A-2a: veraPDF takes each file at its word, so each must have two lines, and both must be "PASS".
check_with_verapdf() {
  local program
  for program in java mvn; do
    if ! command -v "$program" >/dev/null; then
      skipped "there is no $program here: PDF/UA-1 and PDF/A-2a are NOT CHECKED" && return
    fi
  done
  local count jars="$2/verapdf" report="$2/verapdf.txt"
  count=$(count_leaflets "$1") || return 1
  timeout -k 10 180 mvn -q -B -ntp -f .ci/verapdf/pom.xml dependency:copy-dependencies -DoutputDirectory="$jars" || return 1
  timeout -k 10 300 java -cp "$jars/*" org.verapdf.apps.GreenfieldCliWrapper --flavour 0 --format text --verbose --recurse \
    "$1" >"$report" || true
  grep -v '^PASS ' "$report" && return 1
  local flavour passed
  for flavour in ua1 2a; do
    passed=$(grep -c "^PASS .* $flavour\$" "$report") || true
    printf '%s: %d of %d leaflets pass\n' "$flavour" "$passed" "$count"
    [ "$passed" -eq "$count" ] || return 1
  done
}
