#!/bin/sh
# Prints log files on standard output; PID 1 of a tailer's container, one process however many files.
#   FILES         absolute paths or globs, one a line
#   PREFIX        none | file: "<file name>: " before each line
#   READ_FROM     beginning | end; end skips only what is there at the start
#   ROTATE_BYTES  a file above this size is copied to <file>.1 and truncated; 0 = never
#   ROTATE_KEEP   copies kept, 0 = none
#   SCRATCH       a writable directory, needed for rotation only
#   IDLE_SECONDS BUSY_SECONDS  pause after a round that printed nothing, something; tests shorten it
#
# Each file is opened once and its descriptor kept, so that a file that was renamed, compressed or deleted is
# still read to its end. A round looks which names lead to new files, asks for the sizes of all open ones at
# once, and prints what is new up to the last newline, one file after the other: lines never mix. Not `tail -F`:
# BusyBox's closes a renamed file without a last read. ash and bash have descriptors enough for hundreds of
# files; other shells have one digit, so six files.
#
# Lost are: what is written between the last read and a truncation (here microseconds, on an overloaded machine a
# time slice); a file truncated and refilled beyond its old size within one round, which looks like one that
# grew; more than nine rotations within one round, or a file that was compressed or moved away before any round
# saw it. A restarted tailer begins again.
stop=0; pause='' # the trap first: PID 1 gets no default handling, a signal before this would be lost
trap 'stop=1; [ -z "$pause" ] || kill "$pause" 2>/dev/null' TERM INT
set -f # names are expanded in scan() and recent() only
LC_ALL=C; export LC_ALL # bytes, not characters
NL='
'
IFS=$NL # every list here is one of lines: blanks in names do not split them
: "${PREFIX:=none}" "${READ_FROM:=beginning}" "${ROTATE_BYTES:=0}" "${ROTATE_KEEP:=3}" "${SCRATCH:=/run/patterned}"
: "${IDLE_SECONDS:=1}" "${BUSY_SECONDS:=0.2}"
QUIET=60         # seconds for which a file that lost its name is kept: its writer may not have noticed yet
LONGEST=1048576  # a longer line is cut

refuse() { echo "tailer: $1" >&2; exit 2; }
number() { case "$2" in '' | *[!0-9]* | ????????????????*) refuse "$1 must be a whole number";; esac; }
[ -n "${FILES:-}" ] || refuse "FILES must not be empty"
case "$PREFIX" in none | file) ;; *) refuse "PREFIX must be none or file";; esac
case "$READ_FROM" in beginning | end) ;; *) refuse "READ_FROM must be beginning or end";; esac
number ROTATE_BYTES "$ROTATE_BYTES"; number ROTATE_KEEP "$ROTATE_KEEP"
case "$IDLE_SECONDS$BUSY_SECONDS" in *[!0-9.]*) refuse "IDLE_SECONDS and BUSY_SECONDS must be numbers";; esac
[ "$ROTATE_BYTES" = 0 ] || { true >"$SCRATCH/rest"; } 2>/dev/null || refuse "rotation needs $SCRATCH to be writable"

fds=''       # open descriptors in printing order. Of each: name_N path, label_N prefix, pos_N bytes printed,
             # size_N and time_N as last seen, since_N when it lost its name or last grew without one (0: has its name)
starting=1   # the first round, to which READ_FROM applies
looked=0     # time of the last round, seconds since 1970
warned=''
# Below 20 ash keeps descriptors of its own.
if (eval 'exec 20</dev/null') 2>/dev/null; then first=20; last=1000; else first=4; last=9; fi

warn() { case "$warned" in *"$1"*) ;; *) warned="$warned$1$NL"; echo "tailer: $1" >&2;; esac; }
size_of() { stat -L -c %s "$1" 2>/dev/null || echo 0; }
chunk() { dd if="$1" bs=65536 iflag=skip_bytes,count_bytes skip="$2" count="$3" 2>/dev/null; } # FILE FROM COUNT
put() { # LABEL: standard input to standard output. NULs: BusyBox awk would end the line there.
  if [ "$PREFIX" = none ]; then cat; else tr '\000' '?' | LABEL="$1: " awk '{ print ENVIRON["LABEL"] $0 }'; fi
}

lines_end() { # FILE FROM TO: sets end to the offset after the last newline, FROM if there is none
  end=$3
  [ "$(chunk "$1" $(($3 - 1)) 1; echo x)" != "${NL}x" ] || return 0
  width=$(($3 - $2)); [ "$width" -le 65536 ] || width=65536
  while :; do # the x keeps the shell and tail from dropping a last newline
    rest=$(($({ chunk "$1" $(($3 - width)) "$width"; echo x; } | tail -n 1 | wc -c) - 2))
    end=$(($3 - rest))
    [ "$rest" = "$width" ] && [ "$width" -lt $(($3 - $2)) ] || return 0
    width=$(($3 - $2))
  done
}
emit() { # N FILE FROM TO: prints the whole lines; sets end to the offset after them
  eval "label=\$label_$1"
  carry=$SCRATCH/carry.$1 # the beginning of a line whose file was truncated by rotate()
  lines_end "$2" "$3" "$4"
  if [ "$end" = "$3" ] && [ $(($4 - $3)) -ge "$LONGEST" ]; then
    busy=1; end=$4; { chunk "$2" "$3" $(($4 - $3)); echo; } | put "$label"
  elif [ "$end" != "$3" ]; then
    busy=1
    if [ -s "$carry" ]; then { cat "$carry"; chunk "$2" "$3" $((end - $3)); } | put "$label"; rm -f "$carry"
    elif [ "$PREFIX" = none ]; then chunk "$2" "$3" $((end - $3))
    else chunk "$2" "$3" $((end - $3)) | put "$label"; fi
  fi
}
flush() { # N: prints a last line that has no newline
  eval "pos=\$pos_$1 size=\$size_$1 label=\$label_$1"; carry=$SCRATCH/carry.$1
  [ "$size" -gt "$pos" ] || [ -s "$carry" ] || return 0
  { [ ! -s "$carry" ] || cat "$carry"; chunk "/proc/self/fd/$1" "$pos" $((size - pos)); echo; } | put "$label"
  rm -f "$carry"
}

held() { # FILE: sets n to its descriptor, or fails
  for n in $fds; do [ "$1" -ef "/proc/self/fd/$n" ] && return 0; done
  n=''; return 1
}
hold() { # FILE NAME: opens FILE, whose lines belong to NAME; sets n
  n=$first
  while case "$NL$fds" in *"$NL$n$NL"*) true;; *) false;; esac; do n=$((n + 1)); done
  [ "$n" -le "$last" ] || { warn "too many files, not followed: $1"; n=''; return 1; }
  # By way of 3, because a failing redirection of `exec` itself would end the shell.
  { eval "exec $n<&3"; } 2>/dev/null 3<"$1" || { warn "cannot read $1"; n=''; return 1; }
  label=$(printf %s "${2##*/}" | tr '\000-\037\177' '?'); pos=0
  if [ "$starting$READ_FROM" = 1end ]; then
    size=$(size_of "/proc/self/fd/$n")
    [ "$size" = 0 ] || { lines_end "/proc/self/fd/$n" 0 "$size"; pos=$end; }
  fi
  eval "name_$n=\$1 label_$n=\$label pos_$n=\$pos size_$n=0 time_$n=0 since_$n=0 cut_$n=0 fixed_$n="
  fds=$fds$n$NL
}
drop() { # N
  eval "exec $1<&-"; others=''
  for m in $fds; do [ "$m" = "$1" ] || others=$others$m$NL; done
  fds=$others
}

compressed() { case "$1" in *.gz | *.bz2 | *.xz | *.zst | *.zip) return 0;; esac; return 1; }
recent() { # NAME: sets siblings to the rotated files of NAME that came since the last round, oldest first
  siblings=''
  set +f; set -- "$1".9 "$1".8 "$1".7 "$1".6 "$1".5 "$1".4 "$1".3 "$1".2 "$1".1 "$1"[.-][12][0-9][0-9][0-9]*; set -f
  for g in "$@"; do
    [ -f "$g" ] && ! compressed "$g" && ! held "$g" || continue
    [ "$(stat -L -c %Y "$g" 2>/dev/null || echo 0)" -lt $((looked - 1)) ] || siblings=$siblings$g$NL
  done
}
visit() { # FILE, the K-th that the globs name: sets n to its descriptor
  eval "n=\${at_$2:-}" # where the K-th was last time: saves the search in a quiet round
  if [ -n "$n" ] && [ "$1" -ef "/proc/self/fd/$n" ] || held "$1"; then eval "name_$n=\$1"; return; fi
  if [ "$starting" = 0 ]; then # a file that came since the last round: were there others before it under its name?
    recent "$1"
    for g in $siblings; do [ "$g" -ef "$1" ] || hold "$g" "$1"; done
  fi
  hold "$1" "$1"
}
scan() { # finds new and renamed files
  named=$NL; k=0
  for pattern in $FILES; do
    set +f; set -- $pattern; set -f
    for f in "$@"; do
      [ -f "$f" ] && ! compressed "$f" || continue
      case "$ROTATE_BYTES ${f##*.}" in 0\ * | *\ *[!0-9]*) ;; *) [ ! -e "${f%.*}" ] || continue;; esac # an own copy
      k=$((k + 1)); visit "$f" "$k"
      eval "at_$k=\$n"; named=$named$n$NL
    done
  done
  for n in $fds; do
    eval "since=\$since_$n"
    case "$named" in
      *"$NL$n$NL"*) since=0;;
      *) [ "$since" != 0 ] || since=$looked; [ $((looked - since)) -le "$QUIET" ] || { flush "$n"; drop "$n"; };;
    esac
    eval "since_$n=\$since"
  done
}

grow() { # N SIZE TIME: prints what is new in it
  eval "pos=\$pos_$1 size=\$size_$1 time=\$time_$1 f=\$name_$1 since=\$since_$1 cut=\${cut_$1:-0}"
  eval "size_$1=\$2 time_$1=\$3"
  if [ "$2" = "$size" ] && [ "$3" = "$time" ]; then return; fi
  if [ "$2" -lt "$pos" ]; then # truncated: what was written just before may be in a fresh copy
    recent "$f"; copy=''; for copy in $siblings; do :; done # the newest
    size=$(size_of "$copy"); [ "$size" -le "$pos" ] || emit "$1" "$copy" "$pos" "$size"
    pos=0
  fi
  if [ "$pos" = 0 ] && [ "$cut" != 0 ] && [ "$2" -ge "$cut" ] && [ -z "$(chunk "/proc/self/fd/$1" 0 1)" ]; then
    warn "its writer does not append, rotated no more: $f"; pos=$cut; eval "fixed_$1=1" # skips the hole
  fi
  [ "$2" -le "$pos" ] || { emit "$1" "/proc/self/fd/$1" "$pos" "$2"; pos=$end; }
  [ "$since" = 0 ] || since=$looked
  eval "pos_$1=\$pos since_$1=\$since fixed=\${fixed_$1:-}"
  [ "$ROTATE_BYTES" = 0 ] || [ "$2" -le "$ROTATE_BYTES" ] || [ "$since$fixed" != 0 ] || rotate "$1" "$f"
}
rotate() { # N NAME: copies and truncates; its writer must append
  file=/proc/self/fd/$1; eval "pos=\$pos_$1" # not by name, which may lead elsewhere by now
  [ -w "$file" ] || { warn "not rotated, not writable: $2"; return; }
  i=$ROTATE_KEEP
  while [ "$i" -gt 1 ]; do
    j=$((i - 1)); [ ! -f "$2.$j" ] || mv -f "$2.$j" "$2.$i"; i=$j
  done
  copy=$2.1; from=$pos; rm -f "$copy"
  if [ "$ROTATE_KEEP" -gt 0 ] && cp "$file" "$copy" 2>/dev/null; then from=$(size_of "$copy")
  else [ "$ROTATE_KEEP" = 0 ] || warn "rotated without a copy: $2"; rm -f "$copy"; copy=''; fi
  # What came during the copy goes to a file, since standard output may block. One process, awk, reads the last of
  # it and truncates: nothing else comes between, so that hardly a line can. RS: newlines stay as they are, and a
  # record that ended with the file may be followed by another.
  dd if="$file" bs=65536 iflag=skip_bytes skip="$from" 2>/dev/null >"$SCRATCH/rest"
  size=$((from + $(size_of "$SCRATCH/rest")))
  { dd bs=1 skip="$size" count=0; FILE=$file awk 'BEGIN { RS = "\001" } { printf "%s", $0 }
    END { printf "" >ENVIRON["FILE"] }'; } <"$file" 2>/dev/null >>"$SCRATCH/rest" || { warn "not truncated: $2"; return; }
  eval "cut_$1=$((from + $(size_of "$SCRATCH/rest")))"
  if [ -n "$copy" ]; then cat "$SCRATCH/rest" >>"$copy"; else copy=$SCRATCH/rest; pos=0; fi
  size=$(size_of "$copy"); end=$pos
  [ "$size" = "$pos" ] || emit "$1" "$copy" "$pos" "$size"
  [ "$size" = "$end" ] || chunk "$copy" "$end" $((size - end)) >>"$SCRATCH/carry.$1"
  true >"$SCRATCH/rest"
  eval "pos_$1=0 size_$1=0"
}
round() { # sets busy to 1 if it printed something
  busy=0; scan
  paths=''; for n in $fds; do paths=$paths/proc/self/fd/$n$NL; done
  # One call for all; the mtime of a new /proc entry is the present time.
  set -- $(stat -L -c "%s$NL%Y" $paths /proc/self)
  for n in $fds; do grow "$n" "$1" "$2"; shift 2; done
  looked=$2; starting=0
}

while [ "$stop" = 0 ]; do
  round
  if [ "$busy" = 1 ]; then seconds=$BUSY_SECONDS; else seconds=$IDLE_SECONDS; fi
  [ "$stop" = 0 ] || break
  sleep "$seconds" >/dev/null 2>&1 & pause=$!
  wait "$pause" # unlike a sleep in the foreground, it ends at once on a signal
done
# Main has ended before its tailers are told to: rounds until nothing is new, few if someone goes on writing.
rounds=0; busy=1
while [ "$busy" = 1 ] && [ "$rounds" -lt 20 ]; do round; rounds=$((rounds + 1)); done
for n in $fds; do flush "$n"; done
exit 0
