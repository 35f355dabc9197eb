# Writes a site of generated architectures, no two alike, each of 10 to 15 components in 2 to 4 clusters with about 18
# dependencies, and one post that shows the first. Graphviz's own dot draws the same files.
# Usage: awk -v folder=FOLDER -v count=COUNT -f architectures.awk

BEGIN {
  areas = split("orders,pay,catalogue,search,basket,login,bills,parcels,reviews,stock,prices,mail", area, ",")
  services = split("api,worker,gateway,cron,import,admin", service, ",")
  stores = split("db,cache,queue,files", store, ",")
  zones = split("Edge,Shop,Back office,Storage,Partners,Platform,Reports,Office", zone, ",")
  teams = split("shop,sre,data,billing", team, ",")
  verbs = split("reads,writes,asks,locks rows,signs in,sends\\nevents,copies\\nby night", verb, ",")
  for (number = 1; number <= count; ++number) write(number)
  write_post()
}

# The minimal standard generator of Park and Miller: the same numbers from every awk, and no product above 2^53.
function random(bound) {
  state = state * 16807 % 2147483647
  return int(state / 2147483647 * bound)
}

function write(n,    file, components, clusters, i, first, next_first) {
  state = n * 7919
  # Neighbouring seeds have neighbouring first numbers.
  random(1)
  random(1)
  file = folder "/content/architectures/system-" n ".dot"
  components = 10 + random(6)
  clusters = 2 + random(3)
  print "digraph system_" n " {\n  label=\"System " n "\"\n  node [shape=box]" > file
  print "  rankdir=" (random(2) ? "LR" : "TB") "\n" > file
  split("", is_used)
  first = 1
  for (i = 1; i <= clusters; ++i) {
    next_first = int(i * components / (clusters + 1)) + 2
    write_cluster(file, i, first, next_first - 1)
    first = next_first
  }
  for (i = first; i <= components; ++i) print "  " component(i) > file
  print "" > file
  write_dependencies(file, components)
  print "}" > file
  close(file)
}

function write_cluster(file, i, first, last,    each) {
  print "  subgraph cluster_" i " {\n    label=\"" zone[(random(2) + i * 2) % zones + 1] "\"" > file
  for (each = first; each <= last; ++each) print "    " component(each) > file
  print "  }" > file
}

# Chooses the name of component i, and returns its statement.
function component(i,    is_store, role, place, owner) {
  do {
    is_store = random(3) == 0
    role = is_store ? store[random(stores) + 1] : service[random(services) + 1]
    place = area[random(areas) + 1]
    name[i] = place "_" role
  } while (name[i] in is_used)
  is_used[name[i]] = 1
  owner = random(4) == 0 ? " owner=\"@" team[random(teams) + 1] "\"" : ""
  return name[i] " [label=\"" toupper(substr(place, 1, 1)) substr(place, 2) (random(2) ? " " : "\\n") role "\"" \
    (is_store ? " shape=cylinder" : "") owner "]"
}

# One dependency leads to each component but the first, from one above it; the others lead anywhere, and those that lead
# up are soft, so that there is no circle of hard ones.
function write_dependencies(file, components,    i, from, to, wanted) {
  wanted = 16 + random(5)
  for (i = 2; i <= wanted + 1; ++i) {
    to = i <= components ? i : random(components) + 1
    do from = i <= components ? random(i - 1) + 1 : random(components) + 1; while (from == to)
    print "  " name[from] " -> " name[to] attributes(from > to || random(8) == 0) > file
  }
}

function attributes(is_soft,    text) {
  text = random(4) ? "label=\"" verb[random(verbs) + 1] "\"" : ""
  if (is_soft) text = text (text == "" ? "" : " ") "kind=soft"
  return text == "" ? "" : " [" text "]"
}

function write_post(    file) {
  file = folder "/content/posts/2026-01-15-orders-were-late.md"
  print "---\ntitle: Orders were late\nstarted_at: 2026-01-15T10:12:00Z\nresolved_at: 2026-01-15T11:05:00Z" > file
  print "severity: SEV3\nservices: [orders]\nimpact: {users_percent: 4, symptoms: Orders arrived an hour late.}" > file
  print "detection: monitoring_alert\nroot_cause: {category: capacity, text: The queue was too small.}" > file
  print "authors: [A team]\nprofile: learning\narchitecture: system-1\n---\n" > file
  print "## Incident summary\nOrders waited for each other.\n\n## Incident timeline" > file
  print "- 10:12 UTC - **Started**: the queue is full.\n- 10:15 UTC - **Detected** by an alert on the queue." > file
  print "- 10:17 UTC - **Acknowledged** by the engineer on call." > file
  print "- 11:05 UTC - **Resolved**: the queue is empty.\n" > file
  print "## Root cause analysis\nThe queue was smaller than the load of that morning. Once it was full, orders" > file
  print "waited for a place in it, those behind them waited as well, and nobody had set an alert on it.\n" > file
  print "## Resolution and recovery\nThe queue was made larger on one host at a time, and grew shorter with" > file
  print "each of them until no order waited.\n\n## Preventative measures" > file
  print "- [x] Derive the size of the queue from the load (prevent, @shop, done 2026-01-15)\n" > file
  print "## Lessons learned\nA limit without an owner is a surprise with a date." > file
  close(file)
}
