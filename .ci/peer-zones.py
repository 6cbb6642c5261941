# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums up sources by area and ring with another program, from the same files and to the same table.

Usage: peer-zones.py PEER THREADS POINTS.csv OUTLINES TABLE.csv BOUND,BOUND...
PEER is one of
  duckdb-areas  DuckDB: spatial join of points with whole areas, then the distance of each pair
  duckdb-parts  DuckDB: the same with the parts of the areas, the nearest part of each pair
  geopandas     GeoPandas: join by dwithin with an R-tree over the points, then the distances
  postgis       PostGIS: join by ST_DWithin over an index of parts; a server in the empty cluster
                that POSTGIS_CLUSTER names is started and stopped, so that its time counts
Outlines have the number of the area in the property `nr`."""
import os
import signal
import subprocess
import sys

peer, threads, points, outlines, table = sys.argv[1], int(sys.argv[2]), *sys.argv[3:6]
bounds = [int(bound) for bound in sys.argv[6].split(",")]
labels = ["inside"] + [f"{a}-{b}" for a, b in zip([0] + bounds, bounds)]
reach = bounds[-1]
columns = {
    "id": "VARCHAR", "x": "DOUBLE", "y": "DOUBLE", "sector": "VARCHAR", "pollutant": "VARCHAR",
    "year": "INTEGER", "emission_kg_per_yr": "DOUBLE", "vintage": "VARCHAR"}
ring = ("case when d = 0 then 'inside' "
        + " ".join(f"when d <= {b} then '{name}'" for b, name in zip(bounds, labels[1:])) + " end")
summed = f"""select area, {ring} as ring, sector, pollutant, year, count(*) as sources,
  sum(kilograms) as emission_kg_per_yr from pairs group by 1, 2, 3, 4, 5"""


def duckdb_zones(by_parts):
    import duckdb
    import duckdb_extensions

    db = duckdb.connect(config={"threads": threads, "preserve_insertion_order": False})
    duckdb_extensions.import_extension("spatial", con=db)
    db.execute("load spatial")
    shape = "unnest(ST_Dump(geom), recursive := true)" if by_parts else "geom"
    db.execute(f"create table areas as select nr as area, {shape} from ST_Read(?)", [outlines])
    nearest = """select area, any_value(sector) as sector, any_value(pollutant) as pollutant,
      any_value(year) as year, any_value(kilograms) as kilograms, min(d) as d
      from reached group by number, area"""
    db.execute(
        f"""copy (with points as (
              select row_number() over () as number, ST_Point(x, y) as point, sector, pollutant,
                year, emission_kg_per_yr as kilograms
              from read_csv(?, header = true, auto_detect = false, delim = ',', quote = '"',
                columns = {columns})),
            reached as (
              select number, area, sector, pollutant, year, kilograms, ST_Distance(geom, point) as d
              from points join areas on ST_DWithin(geom, point, {reach})),
            pairs as ({nearest if by_parts else 'from reached'})
            {summed}) to '{table}' (header)""",
        [points])


def geopandas_zones():
    import geopandas
    import numpy
    import pandas
    import shapely

    rows = pandas.read_csv(points, dtype={"sector": "category", "pollutant": "category"})
    places = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(rows.x, rows.y))
    parts = geopandas.read_file(outlines).set_crs(None, allow_override=True)[["nr", "geometry"]]
    parts = parts.explode(ignore_index=True)
    joined = parts.sjoin(places, predicate="dwithin", distance=reach)
    part, point = joined.index.to_numpy(), joined["index_right"].to_numpy()
    distances = shapely.distance(parts.geometry.values[part], places.geometry.values[point])
    pairs = pandas.DataFrame({"area": joined.nr.to_numpy(), "point": point, "d": distances})
    pairs = pairs.groupby(["area", "point"], sort=False, as_index=False).d.min()
    number = numpy.where(pairs.d == 0, 0, 1 + numpy.searchsorted(bounds, pairs.d))
    pairs["ring"] = pandas.Categorical.from_codes(number, labels)
    for name in ["sector", "pollutant", "year", "emission_kg_per_yr"]:
        pairs[name] = rows[name].values[pairs.point]
    keys = ["area", "ring", "sector", "pollutant", "year"]
    sums = pairs.groupby(keys, observed=True, as_index=False).agg(
        sources=("d", "size"), emission_kg_per_yr=("emission_kg_per_yr", "sum"))
    sums.to_csv(table, index=False)


def postgis_zones():
    cluster, programs = os.environ["POSTGIS_CLUSTER"], os.environ["POSTGIS_PROGRAMS"]
    # A server refuses to run as root. It is a child of this process, so that its time counts too.
    user = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
    server = subprocess.Popen(
        [f"{programs}/postgres", "-D", cluster, "-k", cluster, "-h", "", "-F",
         "-c", "shared_buffers=512MB", "-c", "work_mem=256MB", "-c", "max_wal_size=4GB",
         "-c", f"max_parallel_workers_per_gather={threads - 1}"],
        stderr=subprocess.DEVNULL, **user)
    try:
        psql = [f"{programs}/psql", "-h", cluster, "-U", "postgres", "-d", "postgres", "-qX",
                "-v", "ON_ERROR_STOP=1"]
        ready = [f"{programs}/pg_isready", "-q", "-h", cluster, "-t", "1"]
        while subprocess.run(ready).returncode != 0:
            if server.poll() is not None:
                sys.exit("peer-zones: the PostgreSQL server did not start")
        kinds = ", ".join(f"{n} {k.replace('DOUBLE', 'float8')}" for n, k in columns.items())

        def run(sql, **streams):
            subprocess.run([*psql, "-c", sql], check=True, **streams)

        run(f"""create extension if not exists postgis; drop table if exists sources, parts, given;
            create unlogged table sources ({kinds}); create unlogged table given (text jsonb)""")
        with open(points) as file:
            run("copy sources from stdin (format csv, header)", stdin=file)
        # A line of text with quotes as they are: GeoJSON holds no control characters.
        with open(outlines) as file:
            line = " ".join(file.read().split())
        run(r"copy given from stdin (format csv, quote e'\x01', delimiter e'\x02')",
            input=line, text=True)
        run("""create unlogged table parts as select nr as area, (ST_Dump(geom)).geom as geom from (
              select (f->'properties'->>'nr')::int as nr,
                ST_SetSRID(ST_GeomFromGeoJSON(f->'geometry'), 0) as geom
              from given, jsonb_array_elements(text->'features') as f) as areas;
            create index on parts using gist (geom); analyze parts; analyze sources""")
        with open(table, "w") as file:
            run(f"""copy (with pairs as (
                select area, number, sector, pollutant, year, kilograms, min(d) as d from (
                  select area, s.ctid as number, sector, pollutant, year,
                    emission_kg_per_yr as kilograms, ST_Distance(geom, ST_Point(x, y)) as d
                  from sources s join parts on ST_DWithin(geom, ST_Point(x, y), {reach})) as reached
                group by 1, 2, 3, 4, 5, 6) {summed}) to stdout (format csv, header)""", stdout=file)
    finally:
        server.send_signal(signal.SIGINT)  # leaves at once, with its files in order
        server.wait()


if peer.startswith("duckdb-"):
    duckdb_zones(peer == "duckdb-parts")
elif peer == "geopandas":
    geopandas_zones()
elif peer == "postgis":
    postgis_zones()
else:
    sys.exit(f"peer-zones: no peer '{peer}'")
