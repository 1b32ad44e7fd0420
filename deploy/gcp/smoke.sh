#!/bin/sh
# Proves in about ten minutes that Sluice works in a real project: makes a dataset and a bucket,
# loads a simulated Jira twice and an increment after that, compares the tables with what was read,
# and removes everything again.
#   deploy/gcp/smoke.sh PROJECT LOCATION [merge|cdc]
# Needs gcloud, bq and application-default credentials that may make datasets and buckets.
set -eu
[ $# -eq 2 ] || [ $# -eq 3 ] || { sed -n '5,6s/^# *//p' "$0" >&2; exit 2; }
project=$1
location=$2
mode=${3:-merge}
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
name=sluice_smoke_$(date +%s)
bucket=gs://$project-$(echo "$name" | tr _ -)
work=$(mktemp -d)
server=

finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  bq --project_id="$project" rm -r -f -d "$project:$name" || true
  bq --project_id="$project" rm -r -f -d "$project:${name}_raw" || true
  gcloud storage rm --recursive --project="$project" "$bucket" || true
  rm -rf "$work"
}
trap finish EXIT

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

count() {
  bq --project_id="$project" --location="$location" query --quiet --format=csv \
    --use_legacy_sql=false "$1" >"$work/answer" || fail "$(cat "$work/answer")"
  tail -n 1 "$work/answer"
}

expect() {
  [ "$2" = "$3" ] || fail "$1: $2, expected $3"
  echo "ok: $1 = $2"
}

gcloud storage buckets create "$bucket" --project="$project" --location="$location"
bq --project_id="$project" --location="$location" mk --dataset "$project:$name"
bq --project_id="$project" --location="$location" mk --dataset "$project:${name}_raw"

"$home/sluice" simulate --quiet --issues 500 >"$work/address" &
server=$!
until [ -s "$work/address" ]; do sleep 1; done
cat >"$work/sluice.yaml" <<YAML
jira:
  url: $(head -n 1 "$work/address")
  auth: {type: bearer, token: env:JIRA_TOKEN}
  site: smoke
output: {type: bigquery, project: $project, dataset: $name, location: $location, staging: $bucket/wh,
         mode: $mode, fivetran-dataset: ${name}_raw}
YAML
export JIRA_TOKEN=any SLUICE_GCP=true

run() {
  "$home/sluice" "$@" --config "$work/sluice.yaml" --project="$project"
}
"$home/sluice" check --config "$work/sluice.yaml"
run run
expect issues "$(count "SELECT COUNT(*) FROM \`$project.$name.issue\`")" 500
expect "issues with one id" "$(count "SELECT COUNT(DISTINCT id) FROM \`$project.$name.issue\`")" 500
comments=$(count "SELECT COUNT(*) FROM \`$project.$name.comment\`")
run run --full
expect "issues after a second load" "$(count "SELECT COUNT(*) FROM \`$project.$name.issue\`")" 500
expect "comments after a second load" "$(count "SELECT COUNT(*) FROM \`$project.$name.comment\`")" \
  "$comments"
run run
expect runs "$(count "SELECT COUNT(*) FROM \`$project.$name._run\` WHERE status = 'ok'")" 3
expect "staging tables left" "$(count "SELECT COUNT(*) FROM \`$project.$name.INFORMATION_SCHEMA.TABLES\`
  WHERE STARTS_WITH(table_name, '_sluice_')")" 0
# Every view can be asked, also those under the names of another loader.
for view in "$home"/schemas/src/main/resources/dev/sluice/schemas/views/*.sql; do
  view=$(basename "$view" .sql)
  rows=$(count "SELECT COUNT(*) FROM \`$project.$name.$view\`")
  echo "ok: $view has $rows rows"
done
for view in "$home"/schemas/src/main/resources/dev/sluice/schemas/views/fivetran/*.sql; do
  view=$(basename "$view" .sql)
  rows=$(count "SELECT COUNT(*) FROM \`$project.${name}_raw.$view\`")
  echo "ok: $view under its raw name has $rows rows"
done
expect "days of campaigns" "$(count "SELECT COUNT(*) > 0 FROM \`$project.$name.campaign_day\`")" true
echo "everything is as it should be"
