#!/bin/sh
# Waits until a dependency is there; PID 1 of a wait's init container.
#   KIND        tcp, tcp-all, dns, service-exists, latch (BusyBox image) | http, grpc (curl image)
#   LABEL       what messages call the dependency, e.g. mydb:80
#   HOST PORT   tcp, grpc: name or address, and port; dns: a name; service-exists: a Service of the own namespace;
#               latch: the Service that the operator creates once what LABEL names is done
#   TARGETS     tcp-all: a "host port" a line; every one must accept connections
#   ADMIN_PORT CLUSTERS   tcp-all: names, one a line; the Envoy with that port of administration on 127.0.0.1 must have
#               a healthy address for each
#   URL HEADERS EXPECTED_STATUSES CA_FILE   http: HEADERS one "name: value" a line; statuses apart by blanks,
#               none = any 2xx; CA_FILE instead of the image's own authorities
#   SERVICE_NAME                            grpc: the service to ask for, none = the server as a whole
#   TIMEOUT_MS INTERVAL_MS ON_TIMEOUT       in all, between two attempts (milliseconds); fail | continue
#   MESSAGE_FILE RESOLV_CONF HOSTS_FILE ATTEMPT_SECONDS   other values, for tests
# Exit: 0 it is there, or timed out with ON_TIMEOUT=continue; 1 timed out; 2 a value is wrong; 143 SIGTERM, because
# a wait that somebody stopped must not count as one that was satisfied. The last line printed is also the
# container's termination message. A first attempt is always made, the last begins no later than TIMEOUT_MS; none
# takes much over ATTEMPT_SECONDS. The container needs no mount beside this script.
trap 'exit 143' TERM INT # at once: PID 1 gets no default handling, a signal before this would be lost
set -f
LC_ALL=C; export LC_ALL
NL='
'
: "${MESSAGE_FILE:=/dev/termination-log}" "${RESOLV_CONF:=/etc/resolv.conf}" "${HOSTS_FILE:=/etc/hosts}"
: "${TIMEOUT_MS:=300000}" "${INTERVAL_MS:=2000}" "${ON_TIMEOUT:=fail}" "${LABEL:=dependency}" "${ATTEMPT_SECONDS:=3}"

plain() { printf %s "$1" | tr '\000-\037\177' '?' | cut -c 1-300; }
label=$(plain "$LABEL")
finish() { printf '%s\n' "$2"; printf %s "$2" >"$MESSAGE_FILE"; exit "$1"; }
refuse() { finish 2 "$label: $1"; }
# The file also takes each attempt's reason: the one writable place in a container with a read-only root.
{ true >"$MESSAGE_FILE"; } 2>/dev/null || MESSAGE_FILE=/dev/null

whole() { case "$2" in '' | *[!0-9]* | ????????????*) refuse "$1 must be a whole number";; esac; }
host() { case "$HOST" in '' | -* | *[!A-Za-z0-9._:-]*) refuse "HOST must be a name or an address";; esac; }
port() { whole PORT "$PORT"; [ "$PORT" -ge 1 ] && [ "$PORT" -le 65535 ] || refuse "PORT must be from 1 to 65535"; }
whole ATTEMPT_SECONDS "$ATTEMPT_SECONDS"; whole TIMEOUT_MS "$TIMEOUT_MS"; whole INTERVAL_MS "$INTERVAL_MS"
case "$ON_TIMEOUT" in fail | continue) ;; *) refuse "ON_TIMEOUT must be fail or continue";; esac
HOST=${HOST:-} PORT=${PORT:-} URL=${URL:-} HEADERS=${HEADERS:-} EXPECTED_STATUSES=${EXPECTED_STATUSES:-}
CA_FILE=${CA_FILE:-} TARGETS=${TARGETS:-} SERVICE_NAME=${SERVICE_NAME:-}
ADMIN_PORT=${ADMIN_PORT:-} CLUSTERS=${CLUSTERS:-}
case "${KIND:-}" in
  tcp) host; port;;
  tcp-all) [ -n "$TARGETS" ] || refuse "TARGETS must be lines of host and port"
    IFS=$NL; for target in $TARGETS; do HOST=${target% *} PORT=${target##* }; host; port; done; unset IFS;;
  dns) host; case "$HOST" in *:*) refuse "HOST must be a name";; *[!.0-9]*) ;; *) refuse "HOST must be a name";; esac;;
  service-exists | latch) case "$HOST" in '' | -* | *[!a-z0-9-]*) refuse "HOST must be the name of a Service";; esac;;
  grpc) host; port; case "$SERVICE_NAME" in *[!A-Za-z0-9_./-]*) refuse "SERVICE_NAME must be a service's name";; esac
    [ "${#SERVICE_NAME}" -le 120 ] || refuse "SERVICE_NAME must have at most 120 characters";;
  http)
    case "$URL" in http://?* | https://?*) ;; *) refuse "URL must begin with http:// or https://";; esac
    case "$URL" in *[[:space:][:cntrl:]]*) refuse "URL must have no blanks";; esac
    case "$EXPECTED_STATUSES" in *[!0-9\ ]*) refuse "EXPECTED_STATUSES must be numbers";; esac
    IFS=$NL
    for header in $HEADERS; do
      case "${header%%:*}" in '' | "$header" | *[!A-Za-z0-9!#\$%\&\'*+.^_\|~-]*) refuse "HEADERS must be lines of name: value";; esac
    done
    unset IFS;;
  *) refuse "KIND must be tcp, tcp-all, dns, service-exists, latch, http or grpc";;
esac

now() { up=$(cat /proc/uptime); up=${up%% *}; ms=${up#*.}0; echo $((${up%.*} * 1000 + 1$ms - 1000)); } # not `read`: see the loop
span() { # milliseconds as 300ms, 2.5s, 1m5s, 1h0m5s
  if [ "$1" -lt 1000 ]; then echo "${1}ms"; return; fi
  if [ "$1" -lt 60000 ]; then tenth=$(($1 % 1000 / 100)); [ $tenth = 0 ] && tenth='' || tenth=.$tenth; echo "$(($1 / 1000))${tenth}s"; return; fi
  s=$(($1 / 1000)); h=''; [ $s -lt 3600 ] || h=$((s / 3600))h
  echo "$h$((s / 60 % 60))m$((s % 60))s"
}

# Without -vv upstream's nc keeps its reasons to itself; Debian's has no such option and tells them.
talk=''; case "$KIND" in tcp | tcp-all) case "$(nc --help 2>&1)" in *Verbose*) talk=-vv;; esac;; esac
# An attempt succeeds silently, or fails and prints the reason.
attempt_tcp() { # the connected socket is handed to `true`, which closes it: not every BusyBox has -z
  said=$(timeout "$ATTEMPT_SECONDS" nc $talk -w "$ATTEMPT_SECONDS" "$HOST" "$PORT" -e true 2>&1 </dev/null) && return
  case "$said" in
    *refused*) echo "connection refused";;
    *"bad address"* | *"not known"* | *"resolution"*) echo "name does not resolve";;
    *nreachable* | *"No route"*) echo "no route to host";;
    '' | *imed\ out* | *Terminated* | *punt!*) echo "no answer in ${ATTEMPT_SECONDS}s";;
    *) echo "cannot connect: $said";;
  esac
  return 1
}
attempt_tcp_all() { # at the same time, so that one attempt stays bounded
  IFS=$NL
  said=$(for target in $TARGETS; do
    (HOST=${target% *} PORT=${target##* }; reason=$(attempt_tcp) || printf '%s\n' "$HOST:$PORT: $reason") &
  done; wait)
  unset IFS
  if [ -z "$said" ]; then reached; return; fi
  printf '%s\n' "$said" | sort | awk 'NR == 1 { s = $0 } END { printf "%s", s; if (NR > 1) printf " (and %d more)", NR - 1 }'
  return 1
}
reached() { # Envoy asks DNS and tries servers for itself: main's first call must not come before it has found them
  [ -n "$CLUSTERS" ] || return 0
  for _ in 1 2 3 4 5 6 7 8; do
    if timeout "$ATTEMPT_SECONDS" wget -q -O - "http://127.0.0.1:$ADMIN_PORT/clusters" 2>/dev/null | awk '
      /::health_flags::healthy$/ { sub(/::.*/, ""); up[$0] = 1 }
      END { n = split(ENVIRON["CLUSTERS"], names, "\n"); for (i = 1; i <= n; i++) if (!(names[i] in up)) exit 1 }'; then return; fi
    sleep 0.25
  done
  echo "up, but the ambassador does not reach all of it yet"
  return 1
}
# Asked with full names, because BusyBox's nslookup looks through the search list differently in each version, and
# its exit code means little: what counts is an address below the name.
lookup() { # NAME: prints "0 found", or "<rank> <reason>", the lower the more telling
  said=$(timeout "$ATTEMPT_SECONDS" nslookup "$1." 2>&1 </dev/null)
  if printf '%s\n' "$said" | awk '/^Name:/ { n = 1 } n && /^Address( [0-9]+)?:/ { f = 1 } END { exit !f }'; then echo "0 found"; return; fi
  case "$said" in
    *NXDOMAIN* | *"not known"* | *"can't resolve"*) echo "4 name does not exist";;
    *SERVFAIL* | *REFUSED*) echo "2 DNS server answers with an error";;
    *"timed out"*) echo "1 no answer from the DNS server";;
    *Server:*) echo "3 name has no address";;
    *) echo "1 no answer from the DNS server";;
  esac
}
lookup_any() { # NAME...: at the same time, so that one attempt stays bounded
  best=$(for name in "$@"; do lookup "$name" & done | sort | head -n 1)
  [ "$best" = "0 found" ] || { echo "${best#* }"; return 1; }
}
search=$(awk '$1 == "search" || $1 == "domain" { $1 = ""; s = $0 } END { print s }' "$RESOLV_CONF" 2>/dev/null) # the last line counts
attempt_dns() {
  if awk -v name="$HOST" '{ sub(/#.*/, ""); for (i = 2; i <= NF; i++) if ($i == name) f = 1 } END { exit !f }' "$HOSTS_FILE" 2>/dev/null; then return; fi
  case "$HOST" in *.) lookup_any "${HOST%.}"; return;; esac
  set -- "$HOST"; for domain in $search; do set -- "$@" "$HOST.${domain%.}"; done
  lookup_any "$@"
}
attempt_service_exists() { set -- $search; lookup_any "$HOST.${1%.}"; }
attempt_latch() { # the name of a latch would tell a person nothing
  said=$(attempt_service_exists) && return
  case "$said" in "name does not exist") echo "not done yet";; *) echo "$said";; esac
  return 1
}

# curl: -q reads no ~/.curlrc; no proxy from the environment; verbose only to find why a connection failed.
fetch() { curl -q -s -v --noproxy '*' --globoff --proto '=http,https' --connect-timeout "$ATTEMPT_SECONDS" --max-time "$ATTEMPT_SECONDS" "$@"; }
why() { # CURL'S CODE, CURL'S WORDS
  case "$1:$2" in
    6:*) echo "name does not resolve";;
    28:*) echo "no answer in ${ATTEMPT_SECONDS}s";;
    7:*refused*) echo "connection refused";;
    7:*nreachable* | 7:*"No route"*) echo "no route to host";;
    7:*) echo "cannot connect";;
    60:*"does not match"* | 60:*"no alternative certificate subject name"*) echo "certificate is for another name";;
    60:*) echo "certificate not trusted: $(printf '%s\n' "$2" | sed -n 's/^[*<>{} ]*SSL certificate problem: //p' | head -n 1)";;
    77:*) echo "CA file cannot be read";;
    35:*) echo "TLS handshake failed";;
    52:* | 55:* | 56:* | 16:*) echo "connection closed without an answer";;
    *) echo "request failed (curl code $1)";;
  esac
}
attempt_http() { # headers come to curl by standard input: they may be secret, and arguments can be seen
  set --; [ -z "$CA_FILE" ] || set -- --cacert "$CA_FILE"
  [ -z "$HEADERS" ] || set -- "$@" -H @-
  said=$(printf '%s\n' "$HEADERS" | sed 's/^\([^:]*\):[[:blank:]]*$/\1;/' | # curl's way to say an empty value
    fetch "$@" -o /dev/null -w '%{stderr}status=%{http_code}\n' --url "$URL" 2>&1); code=$?
  status=${said##*status=}; status=${status%%"$NL"*}
  case "$status" in 000 | '' | *[!0-9]*) why "$code" "$said"; return 1;; esac
  # A body that ends late or badly does not matter: the status has been said.
  case "$EXPECTED_STATUSES:$status" in :2??) return;; esac
  case " $EXPECTED_STATUSES " in *" $status "*) return;; esac
  echo "status $status"; return 1
}
byte() { printf '\\%03o' "$1"; }
attempt_grpc() { # grpc.health.v1.Health/Check: a frame (not compressed, length) around HealthCheckRequest{service = 1}
  length=${#SERVICE_NAME}; request='\000\000\000\000\000'
  [ "$length" = 0 ] || request="\\000\\000\\000\\000$(byte $((length + 2)))\\012$(byte "$length")$SERVICE_NAME"
  case "$HOST" in *:*) authority="[$HOST]:$PORT";; *) authority=$HOST:$PORT;; esac
  said=$({ { printf "$request" | fetch --http2-prior-knowledge -H 'content-type: application/grpc' -H 'te: trailers' \
    --data-binary @- --url "http://$authority/grpc.health.v1.Health/Check" 2>&3; echo "code=$?" >&3; } |
    od -An -v -tx1 | tr -d ' \n' | sed 's/^/body=/' >&3; } 3>&1)
  code=${said##*code=}; code=${code%%"$NL"*}; body=${said##*body=}
  grpc=$(printf '%s\n' "$said" | tr -d '\r' | sed -n 's/^< grpc-status: *//p' | tail -n 1) # curl -v prints trailers like headers
  case "$grpc:$code:$body" in
    0:*:00????????0801*) return;;
    0:*:00????????0802*) echo "NOT_SERVING";;
    0:*:00????????0803* | 5:*) echo "service unknown to the server";;
    0:*) echo "health unknown";;
    12:*) echo "UNIMPLEMENTED: the server has no health service";;
    14:*) echo "UNAVAILABLE";;
    :0:* | :1:* | :16:* | :52:* | :55:* | :56:* | :92:*) echo "no gRPC answer";;
    :*) why "$code" "$said";;
    *) echo "grpc-status $(plain "$grpc")";;
  esac
  return 1
}

attempt=attempt_$(printf %s "$KIND" | tr - _)
child=''; count=0; start=$(now); last=''
tally() { s=''; [ "$count" = 1 ] || s=s; echo "($(span $(($(now) - start))), $count attempt$s)"; }
trap '[ -z "$child" ] || kill "$child" 2>/dev/null; finish 143 "$label: stopped $(tally)"' TERM INT
# Attempts and pauses run in the background: `wait` ends at once on a signal. The script never uses `read`, which in
# BusyBox 1.38 spins for ever once a trapped signal has come.
while :; do
  count=$((count + 1))
  "$attempt" >"$MESSAGE_FILE" 2>/dev/null & child=$!
  wait "$child"; code=$?; child=''
  [ "$code" != 0 ] || finish 0 "$label: ready $(tally)"
  reason=$(plain "$(cat "$MESSAGE_FILE")"); reason=${reason:-not there}
  left=$((start + TIMEOUT_MS - $(now)))
  if [ "$left" -le 0 ]; then
    [ "$ON_TIMEOUT" = fail ] || finish 0 "$label: $reason, going on without it $(tally)"
    finish 1 "$label: $reason $(tally)"
  fi
  # The first five, then what is new and each tenth.
  if [ "$count" -le 5 ] || [ "$reason" != "$last" ] || [ $((count % 10)) = 0 ]; then echo "$label: $reason $(tally)"; fi
  last=$reason
  pause=$INTERVAL_MS; [ "$pause" -le "$left" ] || pause=$left; [ "$pause" -ge 50 ] || pause=50
  sleep "$((pause / 1000)).$(printf %03d $((pause % 1000)))" & child=$!
  wait "$child"; child=''
done
