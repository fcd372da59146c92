#!/usr/bin/env bash
# The homestead story on a running demo, over HTTP from the first call to the file:
#   ./maple up --demo        in one window
#   ./maple tour [ADDRESS]   in another
# It needs curl, python3 and the demo's logins. Every call and its answer is shown.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
base=${1:-http://127.0.0.1:8080}
api=$base/api/v1
logins=${MAPLEBRIDGE_SUITE_LOGINS:-$here/../../Packs/minzhong/demo/logins.csv}
# Every run is a new story: keys and outside numbers are its own.
run=$(date +%s)-$(head -c 3 /dev/urandom | od -An -tx1 | tr -d ' \n')
calls=0
answer=

if [ -t 1 ]; then bold=$'\e[1m' dim=$'\e[2m' plain=$'\e[0m'; else bold='' dim='' plain=''; fi

fail() {
  printf 'tour: %s\n' "$*" >&2
  exit 1
}

told() { printf '\n%s== %s%s\n' "$bold" "$*" "$plain"; }

# A part of the last answer by its path, such as promises.0.due.
part() {
  python3 -c '
import json, sys
value = json.load(sys.stdin)
for key in sys.argv[1].split("."):
    value = value[int(key)] if key.lstrip("-").isdigit() else value[key]
print(value)' "$1" <<<"$answer"
}

# The answer as people read it: indented, a token masked, a long one cut.
shown() {
  python3 -c '
import json, sys
value = json.load(sys.stdin)
if isinstance(value, dict) and "token" in value:
    value["token"] = value["token"][:6] + "…"
lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
print("\n".join(lines[:70]))
if len(lines) > 70:
    print(f"  … and {len(lines) - 70} lines more")' <<<"$answer"
}

# call METHOD PATH [BODY] [HEADER]: one call, shown with its answer; a refusal ends the tour.
call() {
  local method=$1 path=$2 body=${3:-} header=${4:-} status file
  local extra=()
  file=$(mktemp)
  calls=$((calls + 1))
  if [ "$method" != GET ]; then
    extra+=(-H "Idempotency-Key: tour-$run-$calls" -H 'Content-Type: application/json')
    extra+=(-d "${body:-{\}}")
  fi
  [ -z "$header" ] || extra+=(-H "$header")
  status=$(curl -sS -o "$file" -w '%{http_code}' -X "$method" "$api$path" \
    -H 'Accept-Language: zh-Hans' "${extra[@]}") ||
    fail "nothing answers at $base; start it with ./maple up --demo"
  answer=$(<"$file")
  rm -f "$file"
  printf '%s%s %s%s' "$dim" "$method" "/api/v1$path" "$plain"
  case $path in /tokens) ;; *) [ -z "$body" ] || printf ' %s' "$body" ;; esac
  printf '\n%s\n' "$status"
  case $status in
    2*) shown ;;
    *) fail "$method $path was refused: $status $answer" ;;
  esac
}

# Whether the last answer says what the story needs.
expect() {
  local found
  found=$(part "$1") || fail "the answer has no $1"
  [ "$found" = "$2" ] || fail "$1 is $found and should be $2"
}

# Signs the demo's officer in; the header for the calls that follow is in $bearer.
sign_in() {
  local login=$1 password
  password=$(python3 -c '
import csv, sys
rows = csv.DictReader(open(sys.argv[1], encoding="utf-8", newline=""))
print(next((row["password"] for row in rows if row["officer"] == sys.argv[2]), ""))' \
    "$logins" "$login") || fail "the demo's logins are not at $logins"
  [ -n "$password" ] || fail "there is no demo officer $login in $logins"
  call POST /tokens "{\"officer\": \"$login\", \"password\": \"$password\"}"
  bearer="Authorization: Bearer $(part token)"
}

told '窗口人员、调度员、两个部门、监督员、回访员、档案员上岗 / Seven people come to work'
sign_in clerk1
clerk=$bearer
sign_in dispatcher1
dispatcher=$bearer
sign_in justice1
justice=$bearer
sign_in landresources1
land=$bearer
sign_in supervisor1
supervisor=$bearer
sign_in visitor1
visitor=$bearer
sign_in archivist1
archivist=$bearer

told '一条由群诉渠道转来的诉求 / A concern handed over by the appeal channel'
map=$(printf 'red-line map %s' "$run" | sha256sum | cut -d ' ' -f 1)
order=$(
  cat <<JSON
{
  "schema": "maplebridge.workOrder/1",
  "source": { "channel": "yuepingan", "externalNo": "YPA-$run" },
  "kind": "dispute",
  "title": "邻居阻挠宅基地建房",
  "content": "我家宅基地手续齐全，因界址不明，邻居不让动工，双方吵了几次，请求帮助调解。",
  "requester": { "mode": "named", "name": "吴先生", "phones": ["13800138000"] },
  "parties": [ { "role": "respondent", "kind": "person", "name": "邻居何某" } ],
  "place": { "areaCode": "442000007208", "address": "村口东侧" },
  "replyWanted": true,
  "attachments": [
    { "id": "red-line-map", "name": "宅基地红线图.pdf", "mediaType": "application/pdf",
      "sha256": "$map" }
  ]
}
JSON
)
call POST /concerns "$order" "$clerk"
number=$(part number)
code=$(part queryCode)
matter=$(part matter)
expect stage registered

told '同样内容再转来一次,什么也不会多 / The same handed over again adds nothing'
call POST /concerns "$order" "$clerk"
expect number "$number"
call GET "/matters?q=YPA-$run" '' "$dispatcher"
expect items.0.id "$matter"

told '受理:宅基地界址,走调解 / Accepted: homestead boundaries, by mediation'
call POST "/matters/$matter/acceptance" '{"class": "0902-B", "route": "mediation"}' "$dispatcher"
expect stage accepted

told '系统建议由谁办,由人来定 / Who should do it is suggested; a person decides'
call GET "/matters/$matter/suggestion" '' "$dispatcher"

told '吹哨:司法所主办,自然资源分局协办 / Justice leads, land resources assists'
call POST "/matters/$matter/assignments" \
  '{"unit": "justice", "role": "lead", "instruction": "请组织双方调解，依法办理。"}' "$dispatcher"
lead=$(part id)
call POST "/matters/$matter/assignments" \
  '{"unit": "landResources", "role": "assist", "instruction": "请凭红线图核对界址，到场说明。"}' \
  "$dispatcher"
assist=$(part id)

told '签收 / Both sign for their part'
call POST "/assignments/$lead/signature" '' "$justice"
expect state signed
call POST "/assignments/$assist/signature" '' "$land"
expect state signed

told '联系当事人,现场核对 / First contact, and a look at the place'
call POST "/assignments/$lead/progress" \
  '{"words": "已联系双方，约定周四到现场。", "contact": true}' "$justice"
call POST "/assignments/$assist/progress" '{"words": "已调取红线图，现场放样。"}' "$land"

told '答复 / The units reply'
call POST "/assignments/$assist/reply" "$(
  cat <<'JSON'
{ "outcome": "settled", "text": "按红线图核对，界址清楚，双方在图上签字确认。",
  "publicText": "自然资源部门已按红线图向双方说明界址。" }
JSON
)" "$land"
expect state submitted
call POST "/assignments/$lead/reply" "$(
  cat <<'JSON'
{ "outcome": "settled", "text": "双方各让一步，签订书面调解协议。",
  "publicText": "经调解，双方已签订书面协议，您可以按红线图动工。" }
JSON
)" "$justice"
expect state submitted

told '核查与办结,由另一个人 / Verified and closed by somebody else'
call POST "/matters/$matter/verification" \
  '{"verdict": "accepted", "note": "协议齐全，已向双方核实。"}' "$supervisor"
call POST "/matters/$matter/closure" '{"kind": "mediatedWritten"}' "$supervisor"
expect stage closed

told '回访,由第三个人 / The return visit, by a third person'
call POST "/matters/$matter/visit" \
  '{"reached": true, "solved": "yes", "fair": "yes", "words": "已经动工，邻里和好。"}' "$visitor"

told '居民评价 / The resident rates'
call POST "/concerns/$number/rating" '{"solved": "yes", "fair": "yes"}' "Query-Code: $code"
expect state rated

told '归档 / Filed'
call POST "/matters/$matter/archive" '' "$archivist"
expect stage archived

told '居民看到的 / What the resident sees'
call GET "/concerns/$number" '' "Query-Code: $code"
expect stage archived

told '全程时间线 / The whole way, as the timeline has it'
call GET "/matters/$matter/timeline?limit=200" '' "$dispatcher"
told '期限 / The limits, each kept or not'
call GET "/matters/$matter/clocks" '' "$dispatcher"

printf '\n%s%s: %s calls, from the first word to the file.%s\n' "$bold" "$number" "$calls" "$plain"
