package io.milepost.state.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;

/** Records with a different value in every component, so that none is forgotten unnoticed. */
final class Filled {

    private int next;

    /** A record of the class; each further one has other values. */
    <R> R record(Class<R> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType(), types[i]);
        }
        Constructor<R> constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    /** The same record, with one component set to {@code null}. */
    static <R> R without(R record, RecordComponent component) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] =
                    components[i].getName().equals(component.getName())
                            ? null
                            : components[i].getAccessor().invoke(record);
        }
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) record.getClass();
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private Object value(Type generic, Class<?> type) throws ReflectiveOperationException {
        next++;
        if (type == long.class || type == Long.class) {
            return next % 2 == 0 ? Long.MIN_VALUE + next : 1_770_000_000_000_000L + next;
        } else if (type == int.class) {
            return next;
        } else if (type == boolean.class) {
            return true;
        } else if (type == String.class) {
            return "text \u00fc " + next;
        } else if (type == BigDecimal.class) {
            return next % 2 == 0
                    ? BigDecimal.valueOf(next, 6)
                    : new BigDecimal("-123456789012345678901234567890." + next);
        } else if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[1 + next % (constants.length - 1)];
        } else if (type == List.class) {
            Class<?> item = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
            return List.of(value(item, item), value(item, item));
        } else if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException("component: expected a known type but found " + type);
    }
}
