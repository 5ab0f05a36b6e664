import type { Operation } from '../operation.ts';
import { trailArn } from './trail-arn.ts';

/** `DescribeTrails`: those at home in this Region, and shadows of those elsewhere that log all Regions. Names are not asked for. */
export const describeTrails: Operation = {
  action: 'cloudtrail:DescribeTrails',
  run: (_input, { world, sources }) => {
    const trails = sources.account?.().trails ?? [];
    const here = trails.filter(({ homeRegion, isMultiRegion }) => homeRegion === world.region || isMultiRegion);
    return {
      trailList: here.map((trail) => ({
        Name: trail.name,
        TrailARN: trailArn(trail, world),
        HomeRegion: trail.homeRegion,
        IsMultiRegionTrail: trail.isMultiRegion,
      })),
    };
  },
};
