// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCapabilities } from '../src/layers/capabilities';
import { planImages } from '../src/layers/images';
import { LayerStore } from '../src/layers/store';
import { bySection, layerTree } from '../src/layers/tree';

const document130 = readFileSync('test/fixtures/capabilities.xml', 'utf8');

describe('capabilities', () => {
  const capabilities = parseCapabilities(document130);

  it('lists each layer once, groups apart', () => {
    expect(capabilities.layers.map((layer) => layer.name)).toEqual([
      'risk:hillshade', 'risk:admin_area', 'risk:shelter', 'risk:road', 'risk:run_ring', 'risk:gauge', 'risk_map',
    ]);
    expect(capabilities.layers[2]).toEqual({ name: 'risk:shelter', title: '避灾安置场所', queryable: true });
  });

  it('reads the members of a group shown as a tree', () => {
    expect(capabilities.groups.get('resource_map')).toEqual(['risk:hillshade', 'risk:admin_area', 'risk:shelter']);
  });

  it('says what came in place of capabilities', () => {
    expect(() => parseCapabilities('<ServiceExceptionReport><ServiceException>busy</ServiceException></ServiceExceptionReport>'))
      .toThrow('no WMS capabilities but ServiceExceptionReport: busy');
  });
});

describe('layer list', () => {
  const layers = layerTree(parseCapabilities(document130));

  it('orders layers from the bottom of the map to its top, strangers uppermost, without groups and results', () => {
    expect(layers.map((layer) => layer.name)).toEqual(['risk:hillshade', 'risk:admin_area', 'risk:road', 'risk:shelter', 'risk:gauge']);
  });

  it('takes members from the capabilities, else from the contract', () => {
    const road = layers.find((layer) => layer.name === 'risk:road');
    expect(road?.groups).toEqual(['one_map', 'risk_map']); // the group shown as a tree leaves it out
    expect(layers.find((layer) => layer.name === 'risk:shelter')?.groups).toEqual(['one_map', 'resource_map']);
  });

  it('lists sections with the uppermost layer first', () => {
    expect(bySection(layers).map(({ section, layers: inside }) => [section, inside.map((layer) => layer.name)])).toEqual([
      ['people', ['risk:shelter']],
      ['base', ['risk:road', 'risk:admin_area', 'risk:hillshade']],
      ['other', ['risk:gauge']],
    ]);
  });

  it('shows what the group shows at first', () => {
    const store = new LayerStore();
    store.offer(layers);
    store.setVisible('risk:shelter', false);
    store.chooseGroup('resource_map');
    expect(store.shown().map((shown) => shown.name)).toEqual(['risk:hillshade', 'risk:admin_area', 'risk:shelter']);
  });
});

describe('a result on the map', () => {
  it('keeps layers off it without forgetting that they are switched on', () => {
    const store = new LayerStore();
    store.offer(layerTree(parseCapabilities(document130)));
    store.hideWhere((name) => name === 'shelter');
    expect(store.shown().map((shown) => shown.name)).not.toContain('risk:shelter');
    expect(store.isVisible('risk:shelter')).toBe(true);
    expect(store.askable().map((layer) => layer.name)).toContain('risk:shelter');
    store.hideWhere(() => false);
    expect(store.shown().map((shown) => shown.name)).toContain('risk:shelter');
  });
});

describe('images', () => {
  it('combines opaque neighbours into one request', () => {
    expect(planImages([{ name: 'a', opacity: 1 }, { name: 'b', opacity: 1 }])).toEqual([{ layers: ['a', 'b'], opacity: 1 }]);
  });

  it('keeps the order around a translucent layer', () => {
    const plans = planImages([{ name: 'a', opacity: 1 }, { name: 'b', opacity: 0.5 }, { name: 'c', opacity: 0.5 }, { name: 'd', opacity: 1 }]);
    expect(plans.map((plan) => plan.layers)).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  it('asks for nothing where nothing is shown', () => {
    expect(planImages([])).toEqual([]);
  });

  it('asks for what lasts apart, at another moment than now', () => {
    const shown = ['risk:road', 'risk:closure', 'risk:warning'].map((name) => ({ name, opacity: 1 }));
    expect(planImages(shown)).toHaveLength(1);
    expect(planImages(shown, '2023-07-28T04:00:00.000Z')).toEqual([
      { layers: ['risk:road'], opacity: 1 },
      { layers: ['risk:closure', 'risk:warning'], opacity: 1, time: '2023-07-28T04:00:00.000Z' },
    ]);
  });
});
