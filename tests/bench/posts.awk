# Writes a site of generated posts, each of about 500 words with a timeline, action items and a table, that break no rule.
# Usage: awk -v folder=FOLDER -v count=COUNT -f posts.awk

BEGIN {
  causes = split("capacity config_change software_bug dependency process_gap automation data", cause, " ")
  for (number = 1; number <= count; ++number) write(number)
}

function write(n,    day, file, paragraph) {
  day = sprintf("%d-%02d-%02d", 2000 + int(n / 336), int(n / 28) % 12 + 1, n % 28 + 1)
  file = folder "/content/posts/" day "-incident-" n ".md"
  print "---\ntitle: Incident number " n "\nstarted_at: " day "T10:12:00Z\nresolved_at: " day "T11:05:00Z" > file
  print "severity: SEV" n % 5 + 1 "\nservices: [service-" n % 20 "]\ntags: [tag-" n % 30 ", tag-" n % 7 + 30 "]" > file
  print "impact: {users_percent: " n % 100 ", symptoms: Pages took a minute to load.}\ndetection: monitoring_alert" > file
  print "root_cause: {category: " cause[n % causes + 1] ", text: The pool was smaller than the load.}" > file
  # 140 posts later the service and the cause are the same again.
  if (n > 140) print "related: [{post: incident-" n - 140 ", as: same_component}]" > file
  print "authors: [A team]\nprofile: learning\n---\n\n## Incident summary" > file
  for (paragraph = 1; paragraph <= 4; ++paragraph) {
    if (paragraph == 2) print "## Incident timeline\n" timeline() "\n## Root cause analysis" > file
    if (paragraph == 4) print "## Resolution and recovery" > file
    print prose(paragraph) "\n" > file
  }
  print "| limit | value | since |\n|---|--:|---|\n| pool | 50 | 2019 |\n| workers | 400 | 2025 |\n" > file
  print measures(day) > file
  close(file)
}

function prose(paragraph) {
  return "The pool of connections was smaller than the load that morning, so requests waited for one, and those that waited\n" \
    "longest were given up. Of every hundred requests " paragraph " came back with an error, and the queue behind them grew until\n" \
    "the load balancer began to answer on its own, which looked like a failure of another kind. The limit of the pool is\n" \
    "older than the service and was set by hand. It was raised one host at a time, and the queue became shorter with each\n" \
    "of them, since the workers found connections again and no request had to wait."
}

function timeline() {
  return "- 10:12 UTC - **Started**: requests begin to wait for a connection.\n" \
    "- 10:15 UTC - **Detected** by an alert on the queue.\n" \
    "- 10:17 UTC - **Acknowledged** by the engineer on call.\n" \
    "- 10:20-10:34 UTC - **Misled**: the load balancer is drained, and nothing changes.\n" \
    "- 10:36 UTC - **Escalated** to the team that owns the pool.\n" \
    "- 10:44 UTC - **Identified**: the pool's limit is older than the service.\n" \
    "- 10:52 UTC - **Mitigated**: the limit is raised on the first hosts.\n" \
    "- 11:05 UTC - **Resolved**: the queue is empty.\n"
}

function measures(day) {
  return "## Preventative measures\nLimits are set by hand, and nobody looks at them again.\n\n" \
    "- [x] Alert on the pool's use above 80 % (detect, @sre, done " day ")\n" \
    "- [x] Derive the limit from the number of workers (prevent, @pool, done " day ")\n\n" \
    "## Lessons learned\nA limit without an owner is a surprise with a date."
}
