"use client";

import type { FieldOptions } from "./field";
import { Select } from "./select";

/**
 * A time zone of the IANA list, by region. The list comes from the browser, or, for a form that
 * is rendered on the server, from there.
 */
export function ZoneSelect({ zone, zones = browserZones(), ...field }: ZoneSelectProps) {
  const regions = byRegion(zones.includes(zone) ? zones : [zone, ...zones]);
  return (
    <Select {...field} defaultValue={zone}>
      {[...regions].map(([region, members]) =>
        region === "" ? (
          members.map((name) => <option key={name}>{name}</option>)
        ) : (
          <optgroup key={region} label={region}>
            {members.map((name) => (
              <option key={name} value={name}>
                {name.slice(region.length + 1).replaceAll("_", " ")}
              </option>
            ))}
          </optgroup>
        ),
      )}
    </Select>
  );
}

function byRegion(zones: string[]): Map<string, string[]> {
  const regions = new Map<string, string[]>();
  for (const zone of zones) {
    const region = zone.slice(0, Math.max(0, zone.indexOf("/")));
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return regions;
}

function browserZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC")];
}

interface ZoneSelectProps extends FieldOptions {
  zone: string;
  zones?: string[];
}
