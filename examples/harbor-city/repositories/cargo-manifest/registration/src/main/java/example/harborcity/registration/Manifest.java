// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2
package example.harborcity.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** What a ship carries, as its carrier declares it. */
public final class Manifest {
    private final String ship;
    private final List<Item> items;

    public Manifest(@JsonProperty("ship") String ship, @JsonProperty("items") List<Item> items) {
        this.ship = ship;
        this.items = ImmutableList.copyOf(items);
    }

    public String ship() {
        return ship;
    }

    public double tonnes() {
        return items.stream().mapToDouble(Item::tonnes).sum();
    }

    /** Dangerous goods need a place of their own in the yard. */
    public boolean hasDangerousGoods() {
        return items.stream().anyMatch(item -> item.dangerClass() != null);
    }

    public static final class Item {
        private final String goods;
        private final double tonnes;
        private final String dangerClass;

        public Item(
                @JsonProperty("goods") String goods,
                @JsonProperty("tonnes") double tonnes,
                @JsonProperty("dangerClass") String dangerClass) {
            this.goods = goods;
            this.tonnes = tonnes;
            this.dangerClass = dangerClass;
        }

        public String goods() {
            return goods;
        }

        public double tonnes() {
            return tonnes;
        }

        public String dangerClass() {
            return dangerClass;
        }
    }
}
